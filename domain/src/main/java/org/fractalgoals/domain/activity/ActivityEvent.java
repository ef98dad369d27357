package org.fractalgoals.domain.activity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to the definition of an activity, its metrics and splits. */
public sealed interface ActivityEvent extends DomainEvent {

  /** Id of the activity. */
  String activityId();

  /** The activity itself. */
  default EntityRef activity() {
    return EntityRef.activity(activityId());
  }

  @Override
  default String stream() {
    return activity().toString();
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case ActivityDefined defined -> List
          .of(new EntityChange.Added(activity(), null, defined.name(), 0));
      case ActivityRenamed renamed -> List
          .of(new EntityChange.Renamed(activity(), renamed.name()));
      case ActivityDeleted deleted -> List.of(new EntityChange.Deleted(activity()));
      case ActivityRestored restored -> List.of(new EntityChange.Restored(activity()));
      case ActivityDescribed described -> List.of();
      case ActivityFlagsChanged changed -> List.of();
      case ActivityGrouped grouped -> List.of();
      case ActivityUngrouped ungrouped -> List.of();
      case ActivityTouched touched -> List.of();
      case MetricAdded added -> List.of(new EntityChange.Added(EntityRef.metric(added.metricId()),
          activity(), added.name(), added.sortOrder()));
      case MetricRenamed renamed -> List
          .of(new EntityChange.Renamed(EntityRef.metric(renamed.metricId()), renamed.name()));
      case MetricRedefined redefined -> List.of();
      case MetricRemoved removed ->
        List.of(new EntityChange.Deleted(EntityRef.metric(removed.metricId())));
      case MetricBroughtBack back ->
        List.of(new EntityChange.Restored(EntityRef.metric(back.metricId())));
      case SplitAdded added ->
        List.of(new EntityChange.Added(EntityRef.split(added.splitId()), activity(),
            added.name(), added.sortOrder()));
      case SplitRenamed renamed -> List
          .of(new EntityChange.Renamed(EntityRef.split(renamed.splitId()), renamed.name()));
      case SplitReordered reordered -> List.of();
      case SplitRemoved removed ->
        List.of(new EntityChange.Deleted(EntityRef.split(removed.splitId())));
      case SplitBroughtBack back ->
        List.of(new EntityChange.Restored(EntityRef.split(back.splitId())));
    };
  }

  /**
   * How a metric measures.
   *
   * @param unit what its values are in, such as {@code kg}
   * @param topSet whether the best set is the one with the best value of it
   * @param multiplicative whether it takes part when metrics are multiplied
   * @param allowNegative whether values below zero make sense
   */
  record Measure(String unit, boolean topSet, boolean multiplicative,
      boolean allowNegative) {}

  /**
   * An activity was defined.
   *
   * @param rootId the fractal
   * @param name as sent
   * @param description may be empty
   * @param flags codes of the {@link ActivityFlag}s that are on
   * @param groupId null for none
   */
  @StoredAs("activity.defined")
  record ActivityDefined(String activityId, String rootId, String name, String description,
      Set<String> flags, @Nullable String groupId, @Nullable Instant at)
      implements
        ActivityEvent {

    public ActivityDefined {
      flags = ActivityFlag.inOrder(flags);
    }
  }

  /**
   * The activity has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("activity.renamed")
  record ActivityRenamed(String activityId, String name, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * The activity has another description.
   *
   * @param description what it says now; may be empty
   */
  @StoredAs("activity.described")
  record ActivityDescribed(String activityId, String description, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * Other flags are on than before.
   *
   * @param flags codes of all the {@link ActivityFlag}s that are on now
   */
  @StoredAs("activity.flags-changed")
  record ActivityFlagsChanged(String activityId, Set<String> flags, @Nullable Instant at)
      implements
        ActivityEvent {

    public ActivityFlagsChanged {
      flags = ActivityFlag.inOrder(flags);
    }
  }

  /**
   * The activity was put in a group, out of another one if it was in one.
   *
   * @param groupId the group
   */
  @StoredAs("activity.grouped")
  record ActivityGrouped(String activityId, String groupId, @Nullable Instant at)
      implements
        ActivityEvent {}

  /** The activity is in no group any more. */
  @StoredAs("activity.ungrouped")
  record ActivityUngrouped(String activityId, @Nullable Instant at) implements ActivityEvent {}

  /** Deleted, alone or with its fractal. What was performed and measured stays. */
  @StoredAs("activity.deleted")
  record ActivityDeleted(String activityId, @Nullable Instant at) implements ActivityEvent {}

  /** The activity is back from the trash. */
  @StoredAs("activity.restored")
  record ActivityRestored(String activityId, @Nullable Instant at) implements ActivityEvent {}

  /** The legacy file says that the activity was changed at this time, and not what was changed. */
  @StoredAs("activity.touched")
  record ActivityTouched(String activityId, @Nullable Instant at) implements ActivityEvent {}

  /**
   * The activity measures one thing more.
   *
   * @param metricId the new metric
   * @param name as sent
   * @param measure how it measures
   * @param sortOrder place among the metrics of the activity; never changes
   */
  @StoredAs("activity.metric-added")
  record MetricAdded(String activityId, String metricId, String name, Measure measure,
      long sortOrder, @Nullable Instant at) implements ActivityEvent {}

  /**
   * A metric has another name.
   *
   * @param metricId the metric
   * @param name the name it has now
   */
  @StoredAs("activity.metric-renamed")
  record MetricRenamed(String activityId, String metricId, String name, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * It measures otherwise; the values it has stay what they are.
   *
   * @param metricId the metric
   * @param measure how it measures now
   */
  @StoredAs("activity.metric-redefined")
  record MetricRedefined(String activityId, String metricId, Measure measure,
      @Nullable Instant at) implements ActivityEvent {}

  /**
   * It is measured no more; the values it has stay.
   *
   * @param metricId the metric
   */
  @StoredAs("activity.metric-removed")
  record MetricRemoved(String activityId, String metricId, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * It is measured again.
   *
   * @param metricId the metric
   */
  @StoredAs("activity.metric-brought-back")
  record MetricBroughtBack(String activityId, String metricId, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * The activity has one split more.
   *
   * @param splitId the new split
   * @param name as sent
   * @param order its place as the client counts
   * @param sortOrder place among the splits of the activity in order of creation; never changes
   */
  @StoredAs("activity.split-added")
  record SplitAdded(String activityId, String splitId, String name, long order, long sortOrder,
      @Nullable Instant at) implements ActivityEvent {}

  /**
   * A split has another name.
   *
   * @param splitId the split
   * @param name the name it has now
   */
  @StoredAs("activity.split-renamed")
  record SplitRenamed(String activityId, String splitId, String name, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * A split has another place among those of the activity.
   *
   * @param splitId the split
   * @param order its place as the client counts
   */
  @StoredAs("activity.split-reordered")
  record SplitReordered(String activityId, String splitId, long order, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * It is measured no more; the values it has stay.
   *
   * @param splitId the split
   */
  @StoredAs("activity.split-removed")
  record SplitRemoved(String activityId, String splitId, @Nullable Instant at)
      implements
        ActivityEvent {}

  /**
   * It is measured again.
   *
   * @param splitId the split
   */
  @StoredAs("activity.split-brought-back")
  record SplitBroughtBack(String activityId, String splitId, @Nullable Instant at)
      implements
        ActivityEvent {}
}
