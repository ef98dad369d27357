package org.fractalgoals.migration.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.clock.RowTimes;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.Life;
import org.jspecify.annotations.Nullable;

/** Tells what was performed in a session. */
record Instances(Telling telling) {

  private static final LegacyTime NEVER = new LegacyTime.None();

  /**
   * Tells all there is to know of one instance.
   *
   * @param place its place in the session, from 1
   * @param otherwise when it was created where its own row does not say so
   */
  void tell(Performance performance, long place, LegacyTime otherwise) {
    var row = performance.row();
    var times = row == null
        ? new RowTimes(otherwise, NEVER, NEVER, NEVER)
        : telling.evidence().clocks().times(row);
    var at = times.created().at();
    var flags = new ArrayList<>(Flags.of(times.created()));
    flags.addAll(placeFlags(performance));
    boolean isDone = isCompletedInJson(performance);
    if (isDone) {
      flags.add(Flags.jsonOnly("completed"));
    }
    var activity = activity(performance, flags);
    var parts = new Parts(telling, performance, at).read(flags);
    var begin = telling.story().tell(new InstanceAdded(telling.sessionId(), performance.id(),
        activity, place, at), at, telling.place().begin(), flags, row);
    for (var part : parts) {
      telling.story().tell(part.event(), at, begin, part.flags(), null);
    }
    new Values(telling, performance).tell(begin);
    telling.story().tell(life(performance.id(), times,
        isDone || (row != null && Cells.isTrue(row, "completed"))), begin);
  }

  private List<String> placeFlags(Performance performance) {
    var flags = new ArrayList<String>();
    var row = performance.row();
    if (telling.place().row() == null) {
      flags.add(Flags.SESSION_MISSING);
    } else if (row != null && SessionRows.namesNone(row)) {
      flags.add(Flags.refMissing("session_id"));
    } else if (!performance.isPlaced()) {
      flags.add(Flags.UNPLACED);
    }
    if (row != null) {
      flags.addAll(telling.rootFlags(row));
    } else if (!performance.told().orElseThrow().hasSets()) {
      flags.add(Flags.JSON_ONLY);
    }
    return flags;
  }

  private String activity(Performance performance, List<String> flags) {
    var row = performance.row();
    var exercise = performance.exercise();
    var inRow = row == null ? null : Cells.id(row, "activity_definition_id");
    var inJson = exercise == null ? null : exercise.activityId();
    var activity = Objects.requireNonNull(inRow == null ? inJson : inRow);
    if (row != null && inRow == null) {
      flags.add(Flags.jsonOnly("activity_id"));
    } else if (inJson != null && !activity.equals(inJson)) {
      flags.add(Flags.jsonRowConflict("activity_id"));
    }
    telling.evidence().refer(EntityRef.activity(activity), "activity_id", flags);
    if (exercise != null && isStale(exercise.name(), activity)) {
      flags.add(Flags.staleCopy("name"));
    }
    return activity;
  }

  private boolean isStale(@Nullable String name, String activity) {
    return name != null
        && telling.rows().activityName(activity).filter(now -> !now.equals(name)).isPresent();
  }

  private static boolean isCompletedInJson(Performance performance) {
    var row = performance.row();
    return (row == null || row.value("completed") == null)
        && performance.told().filter(Exercise::completed).isPresent();
  }

  private Life life(String id, RowTimes times, boolean isCompleted) {
    var session = telling.sessionId();
    var life = new Life(times).touched(at -> new InstanceTouched(session, id, at))
        .deleted(at -> new InstanceDeleted(session, id, at));
    return isCompleted ? life.completed(at -> new InstanceCompleted(session, id, at)) : life;
  }
}
