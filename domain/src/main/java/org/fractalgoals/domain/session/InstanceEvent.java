package org.fractalgoals.domain.session;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an activity instance: one performance of an activity in a session. It belongs to the stream of its
 * session and leaves the session itself as it was.
 */
public sealed interface InstanceEvent extends SessionEvent {

  /** Id of the instance. */
  String instanceId();

  /** The instance itself. */
  default EntityRef instance() {
    return EntityRef.instance(instanceId());
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case InstanceAdded added -> List
          .of(new EntityChange.Added(instance(), session(), null, added.sortOrder()));
      case InstanceReordered reordered -> List
          .of(new EntityChange.Reordered(instance(), reordered.sortOrder()));
      case InstanceDeleted deleted -> List.of(new EntityChange.Deleted(instance()));
      case InstanceRestored restored -> List.of(new EntityChange.Restored(instance()));
      case TimerStarted started -> List.of(new EntityChange.Conformed(instance()));
      case TimerStopped stopped -> List.of(new EntityChange.Conformed(instance()));
      case InstanceTimesSet set -> List.of(new EntityChange.Conformed(instance()));
      case InstanceNoted noted -> List.of();
      case InstanceSetsChanged changed -> List.of();
      case InstanceCompleted completed -> List.of();
      case InstanceReopened reopened -> List.of();
      case MetricRecorded recorded -> List.of();
      case InstanceTouched touched -> List.of();
    };
  }

  /**
   * An activity is performed in the session.
   *
   * @param activityId the definition of the activity
   * @param sortOrder place among the instances of the session
   */
  @StoredAs("instance.added")
  record InstanceAdded(String sessionId, String instanceId, String activityId, long sortOrder,
      @Nullable Instant at) implements InstanceEvent {}

  /**
   * Other notes; null for none.
   *
   * @param notes the notes it has now
   */
  @StoredAs("instance.noted")
  record InstanceNoted(String sessionId, String instanceId, @Nullable String notes,
      @Nullable Instant at) implements InstanceEvent {}

  /**
   * The whole list of sets was replaced; opaque JSON.
   *
   * @param sets the new list
   */
  @StoredAs("instance.sets-changed")
  record InstanceSetsChanged(String sessionId, String instanceId, JsonText sets,
      @Nullable Instant at) implements InstanceEvent {}

  /** The instance is done. */
  @StoredAs("instance.completed")
  record InstanceCompleted(String sessionId, String instanceId, @Nullable Instant at)
      implements
        InstanceEvent {}

  /** The instance is not done after all. */
  @StoredAs("instance.reopened")
  record InstanceReopened(String sessionId, String instanceId, @Nullable Instant at)
      implements
        InstanceEvent {}

  /**
   * The timer runs from now on; an earlier stop and duration are forgotten.
   *
   * @param start when it was started
   */
  @StoredAs("instance.timer-started")
  record TimerStarted(String sessionId, String instanceId, Instant start, @Nullable Instant at)
      implements
        InstanceEvent {}

  /**
   * The timer was stopped, perhaps once more.
   *
   * @param stop when it was stopped
   * @param durationSeconds whole seconds since the start
   */
  @StoredAs("instance.timer-stopped")
  record TimerStopped(String sessionId, String instanceId, Instant stop, long durationSeconds,
      @Nullable Instant at) implements InstanceEvent {}

  /**
   * The times were given by hand: both as they are now.
   *
   * @param start when it began; null if unknown
   * @param stop when it ended; null if unknown
   * @param durationSeconds whole seconds between the two; null unless both are known. An imported one is as the file has it
   */
  @StoredAs("instance.times-set")
  record InstanceTimesSet(String sessionId, String instanceId, @Nullable Instant start,
      @Nullable Instant stop, @Nullable Long durationSeconds, @Nullable Instant at)
      implements
        InstanceEvent {}

  /**
   * A metric has this value now, for the whole instance or for a split of it. A value of the same instance, metric and
   * split is replaced and keeps its id.
   *
   * @param valueId id of the value
   * @param metricId the metric
   * @param splitId null for the whole instance
   * @param value a finite number, in the unit of the metric
   * @param allowNegative whether the metric allowed values below zero when this one was recorded
   */
  @StoredAs("instance.metric-recorded")
  record MetricRecorded(String sessionId, String instanceId, String valueId, String metricId,
      @Nullable String splitId, double value, boolean allowNegative, @Nullable Instant at)
      implements
        InstanceEvent {}

  /**
   * The instance has another place in its session.
   *
   * @param sortOrder its place now
   */
  @StoredAs("instance.reordered")
  record InstanceReordered(String sessionId, String instanceId, long sortOrder,
      @Nullable Instant at) implements InstanceEvent {}

  /** Deleted on its own; an instance that goes with its session has no event of its own. */
  @StoredAs("instance.deleted")
  record InstanceDeleted(String sessionId, String instanceId, @Nullable Instant at)
      implements
        InstanceEvent {}

  /** The instance is back from the trash, with its values. */
  @StoredAs("instance.restored")
  record InstanceRestored(String sessionId, String instanceId, @Nullable Instant at)
      implements
        InstanceEvent {}

  /** The legacy file says that the instance was changed at this time, and not what was changed. */
  @StoredAs("instance.touched")
  record InstanceTouched(String sessionId, String instanceId, @Nullable Instant at)
      implements
        InstanceEvent {}
}
