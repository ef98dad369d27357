package org.fractalgoals.domain.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an activity instance need to know of it. Part of {@link SessionState}, which see.
 *
 * @param placeholder it was found to be missing: nothing is known of it but what refers to it
 * @param values one for each metric and split, in order of creation
 */
public record InstanceState(String instanceId, String activityId, long sortOrder,
    @Nullable String notes, @Nullable JsonText sets, Times times, boolean completed,
    boolean deleted, boolean placeholder, List<Value> values) {

  /** When it was performed; each null if not known. */
  public record Times(@Nullable Instant start, @Nullable Instant stop) {

    static final Times UNKNOWN = new Times(null, null);
  }

  /**
   * A value.
   *
   * @param splitId null for the whole instance
   */
  public record Value(String valueId, String metricId, @Nullable String splitId, double value) {

    boolean isOf(String metric, @Nullable String split) {
      return metricId.equals(metric) && Objects.equals(splitId, split);
    }
  }

  public InstanceState {
    values = List.copyOf(values);
  }

  static InstanceState of(InstanceAdded added) {
    return new InstanceState(added.instanceId(), added.activityId(), added.sortOrder(), null, null,
        Times.UNKNOWN, false, false, false, List.of());
  }

  static InstanceState of(ThingFoundMissing missing) {
    return new InstanceState(missing.thing().id(), "", 0, null, null, Times.UNKNOWN, false, false,
        true, List.of());
  }

  /**
   * The state after an event.
   *
   * @param before null before the first
   */
  static InstanceState after(@Nullable InstanceState before, InstanceEvent event) {
    return before == null && event instanceof InstanceAdded added
        ? of(added)
        : Objects.requireNonNull(before).evolve(event);
  }

  /** Whether it is neither deleted nor a placeholder. */
  boolean isThere() {
    return !deleted && !placeholder;
  }

  InstanceState evolve(InstanceEvent event) {
    return switch (event) {
      case InstanceAdded added -> of(added).with(values);
      case InstanceNoted noted -> with(noted.notes(), sets);
      case InstanceSetsChanged changed -> with(notes, changed.sets());
      case TimerStarted started -> with(new Times(started.start(), null));
      case TimerStopped stopped -> with(new Times(times.start(), stopped.stop()));
      case InstanceTimesSet set -> with(new Times(set.start(), set.stop()));
      case InstanceCompleted done -> with(sortOrder, true, deleted);
      case InstanceReopened reopened -> with(sortOrder, false, deleted);
      case InstanceReordered reordered -> with(reordered.sortOrder(), completed, deleted);
      case InstanceDeleted gone -> with(sortOrder, completed, true);
      case InstanceRestored back -> with(sortOrder, completed, false);
      case MetricRecorded recorded -> with(new Value(recorded.valueId(), recorded.metricId(),
          recorded.splitId(), recorded.value()));
      case InstanceTouched touched -> this;
    };
  }

  /** The value of a metric and split; null if there is none. */
  @Nullable
  Value valueOf(String metricId, @Nullable String splitId) {
    return values.stream().filter(value -> value.isOf(metricId, splitId)).findFirst()
        .orElse(null);
  }

  private InstanceState with(@Nullable String newNotes, @Nullable JsonText newSets) {
    return new InstanceState(instanceId, activityId, sortOrder, newNotes, newSets, times,
        completed, deleted, placeholder, values);
  }

  private InstanceState with(Times newTimes) {
    return new InstanceState(instanceId, activityId, sortOrder, notes, sets, newTimes, completed,
        deleted, placeholder, values);
  }

  private InstanceState with(long newSortOrder, boolean isCompleted, boolean isDeleted) {
    return new InstanceState(instanceId, activityId, newSortOrder, notes, sets, times,
        isCompleted, isDeleted, placeholder, values);
  }

  private InstanceState with(Value value) {
    var changed = new ArrayList<>(values);
    var present = valueOf(value.metricId(), value.splitId());
    if (present == null) {
      changed.add(value);
    } else {
      changed.set(changed.indexOf(present), value);
    }
    return with(changed);
  }

  private InstanceState with(List<Value> changed) {
    return new InstanceState(instanceId, activityId, sortOrder, notes, sets, times, completed,
        deleted, placeholder, changed);
  }
}
