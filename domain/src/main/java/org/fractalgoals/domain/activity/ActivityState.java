package org.fractalgoals.domain.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an activity need to know of it.
 *
 * @param groupId the group it was put into, which may be deleted since
 * @param metrics all it ever had, by id, in order of creation
 * @param splits all it ever had, by id, in order of creation
 * @param placeholder it was found to be missing: nothing is known of it but its metrics and splits
 */
public record ActivityState(String activityId, String rootId, String name, String description,
    Set<ActivityFlag> flags, @Nullable String groupId, Map<String, Metric> metrics,
    Map<String, Split> splits, boolean deleted, boolean placeholder) {

  /** A metric; a removed one keeps what it was. */
  public record Metric(String name, Measure measure, long sortOrder, boolean removed) {}

  /** A split; a removed one keeps what it was. */
  public record Split(String name, long order, long sortOrder, boolean removed) {}

  /** The state of an activity that was just defined. */
  public static ActivityState of(ActivityDefined defined) {
    return new ActivityState(defined.activityId(), defined.rootId(), defined.name(),
        defined.description(), ActivityFlag.ofCodes(defined.flags()), defined.groupId(), Map.of(),
        Map.of(), false, false);
  }

  private static ActivityState of(ThingFoundMissing missing) {
    return new ActivityState(missing.owner().id(), missing.rootId(), "", "", Set.of(), null,
        Map.of(), Map.of(), false, true);
  }

  /**
   * The state after the events of a stream; empty if there are none, if its beginning was purged, or while the activity
   * was only found to be missing.
   */
  public static Optional<ActivityState> after(List<DomainEvent> events) {
    ActivityState state = null;
    for (var event : events) {
      if (state == null && !isBeginning(event)) {
        return Optional.empty();
      }
      state = after(state, event);
    }
    return Optional.ofNullable(state).filter(activity -> !activity.placeholder());
  }

  private static boolean isBeginning(DomainEvent event) {
    return event instanceof ActivityDefined || event instanceof ThingFoundMissing;
  }

  /**
   * The state after an event of the activity's stream. A metric or split that is found to be missing is no part of it.
   *
   * @param before null before the first
   */
  public static ActivityState after(@Nullable ActivityState before, DomainEvent event) {
    return switch (event) {
      case ActivityDefined defined when before == null -> of(defined);
      case ActivityEvent happened -> Objects.requireNonNull(before).evolve(happened);
      case ThingFoundMissing missing -> before == null ? of(missing) : before;
      default -> throw new IllegalArgumentException("not an event of an activity: " + event);
    };
  }

  /** The state after an event. */
  public ActivityState evolve(ActivityEvent event) {
    return switch (event) {
      case ActivityDefined defined -> of(defined).withParts(metrics, splits);
      case ActivityRenamed renamed -> with(renamed.name(), description, flags, groupId, deleted);
      case ActivityDescribed described -> with(name, described.description(), flags, groupId,
          deleted);
      case ActivityFlagsChanged changed -> with(name, description,
          ActivityFlag.ofCodes(changed.flags()), groupId, deleted);
      case ActivityGrouped grouped -> with(name, description, flags, grouped.groupId(), deleted);
      case ActivityUngrouped ungrouped -> with(name, description, flags, null, deleted);
      case ActivityDeleted gone -> with(name, description, flags, groupId, true);
      case ActivityRestored back -> with(name, description, flags, groupId, false);
      case ActivityTouched touched -> this;
      case MetricAdded added -> withMetric(added.metricId(),
          new Metric(added.name(), added.measure(), added.sortOrder(), false));
      case MetricRenamed renamed -> withMetric(renamed.metricId(),
          metric -> new Metric(renamed.name(), metric.measure(), metric.sortOrder(),
              metric.removed()));
      case MetricRedefined redefined -> withMetric(redefined.metricId(),
          metric -> new Metric(metric.name(), redefined.measure(), metric.sortOrder(),
              metric.removed()));
      case MetricRemoved removed -> withMetric(removed.metricId(),
          metric -> new Metric(metric.name(), metric.measure(), metric.sortOrder(), true));
      case MetricBroughtBack back -> withMetric(back.metricId(),
          metric -> new Metric(metric.name(), metric.measure(), metric.sortOrder(), false));
      case SplitAdded added -> withSplit(added.splitId(),
          new Split(added.name(), added.order(), added.sortOrder(), false));
      case SplitRenamed renamed -> withSplit(renamed.splitId(), split -> new Split(renamed.name(),
          split.order(), split.sortOrder(), split.removed()));
      case SplitReordered reordered -> withSplit(reordered.splitId(),
          split -> new Split(split.name(), reordered.order(), split.sortOrder(),
              split.removed()));
      case SplitRemoved removed -> withSplit(removed.splitId(),
          split -> new Split(split.name(), split.order(), split.sortOrder(), true));
      case SplitBroughtBack back -> withSplit(back.splitId(),
          split -> new Split(split.name(), split.order(), split.sortOrder(), false));
    };
  }

  private ActivityState with(String newName, String newDescription, Set<ActivityFlag> newFlags,
      @Nullable String newGroupId, boolean isDeleted) {
    return new ActivityState(activityId, rootId, newName, newDescription, newFlags, newGroupId,
        metrics, splits, isDeleted, placeholder);
  }

  private ActivityState withMetric(String id, UnaryOperator<Metric> change) {
    return withMetric(id, change.apply(Objects.requireNonNull(metrics.get(id))));
  }

  private ActivityState withMetric(String id, Metric metric) {
    var changed = new LinkedHashMap<>(metrics);
    changed.put(id, metric);
    return withParts(changed, splits);
  }

  private ActivityState withSplit(String id, UnaryOperator<Split> change) {
    return withSplit(id, change.apply(Objects.requireNonNull(splits.get(id))));
  }

  private ActivityState withSplit(String id, Split split) {
    var changed = new LinkedHashMap<>(splits);
    changed.put(id, split);
    return withParts(metrics, changed);
  }

  private ActivityState withParts(Map<String, Metric> newMetrics, Map<String, Split> newSplits) {
    return new ActivityState(activityId, rootId, name, description, flags, groupId, newMetrics,
        newSplits, deleted, placeholder);
  }
}
