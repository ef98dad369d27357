package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the data of a session says itself of a performance.
 *
 * @param name name of the activity when it was performed
 * @param durationSeconds its digits
 * @param unreadable names of members that are of a strange kind
 */
record Exercise(@Nullable String activityId, @Nullable String name, @Nullable String notes,
    @Nullable String timeStart, @Nullable String timeStop, @Nullable String durationSeconds,
    boolean completed, @Nullable SetList sets, JsonMetrics metrics, List<String> unreadable) {

  Exercise {
    unreadable = List.copyOf(unreadable);
  }

  /** Whether each set of it is a performance that may have a row of its own. */
  boolean hasSets() {
    return sets != null && sets.isFilled();
  }

  /** Takes in the members of the object that a reading comes to. */
  static final class Reader {

    private final JsonReading json;
    private final JsonMetrics metrics = new JsonMetrics();
    private final List<String> unreadable = new ArrayList<>();
    private @Nullable String instanceId;
    private @Nullable String activityId;
    private @Nullable String name;
    private @Nullable String notes;
    private @Nullable String timeStart;
    private @Nullable String timeStop;
    private @Nullable String durationSeconds;
    private @Nullable SetList sets;
    private boolean completed;

    Reader(JsonReading json) {
      this.json = json;
    }

    /** The exercise and its id; null if it has none that can be used. */
    @Nullable
    Entry read() {
      json.members(this::member);
      if (!metrics.isComplete()) {
        unreadable.add("metrics");
      }
      return instanceId == null || instanceId.isEmpty()
          ? null
          : new Entry(instanceId, new Exercise(activityId, name, notes, timeStart, timeStop,
              durationSeconds, completed, sets, metrics, unreadable));
    }

    private void member(String member) {
      switch (member) {
        case "instance_id" -> instanceId = json.scalar();
        case "activity_id" -> activityId = json.scalar();
        case "name" -> name = json.scalar();
        case "notes" -> notes = scalar(member);
        case "time_start" -> timeStart = scalar(member);
        case "time_stop" -> timeStop = scalar(member);
        case "duration_seconds" -> durationSeconds = scalar(member);
        case "completed" -> completed = json.isTrue();
        case "metrics" -> metrics.read(json);
        case "sets" -> sets();
        default -> {}
      }
    }

    private void sets() {
      if (json.isList()) {
        sets = SetList.of(json);
      } else if (!json.isNull()) {
        unreadable.add("sets");
      }
    }

    private @Nullable String scalar(String member) {
      var scalar = json.scalar();
      if (scalar == null && !json.isNull()) {
        unreadable.add(member);
      }
      return scalar;
    }
  }
}
