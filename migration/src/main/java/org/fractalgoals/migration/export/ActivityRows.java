package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent;
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
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.event.RecordedEvent;

/** Writes {@code activity_definitions}, {@code metric_definitions} and {@code split_definitions}. */
final class ActivityRows {

  private final ExportedTable activities;
  private final ExportedTable metrics;
  private final ExportedTable splits;

  ActivityRows(ExportedRows rows) {
    this.activities = new ExportedTable(rows, "activity_definitions");
    this.metrics = new ExportedTable(rows, "metric_definitions");
    this.splits = new ExportedTable(rows, "split_definitions");
  }

  void apply(RecordedEvent event, ActivityEvent activity) throws SQLException {
    var id = activity.activityId();
    switch (activity) {
      case ActivityDefined defined -> define(event, defined);
      case ActivityRenamed renamed -> activities.set(event, id, "name", renamed.name());
      case ActivityDescribed described ->
        activities.set(event, id, "description", described.description());
      case ActivityFlagsChanged changed -> changeFlags(event, id, changed.flags());
      case ActivityGrouped grouped -> activities.set(event, id, "group_id", grouped.groupId());
      case ActivityUngrouped ungrouped -> activities.set(event, id, "group_id", null);
      case ActivityDeleted deleted -> activities.delete(event, id);
      case ActivityRestored restored -> activities.restore(event, id);
      case ActivityTouched touched -> activities.touch(event, id);
      case MetricAdded added -> add(event, added);
      case MetricRenamed renamed ->
        metrics.set(event, renamed.metricId(), "name", renamed.name());
      case MetricRedefined redefined ->
        redefine(event, redefined.metricId(), redefined.measure());
      case MetricRemoved removed -> {
        metrics.delete(event, removed.metricId());
        metrics.set(event, removed.metricId(), "is_active", false);
      }
      case MetricBroughtBack back -> {
        metrics.restore(event, back.metricId());
        metrics.set(event, back.metricId(), "is_active", true);
      }
      case SplitAdded added -> splits.insert(
          "id, activity_id, name, \"order\", root_id, created_at, updated_at", added.splitId(), id,
          added.name(), added.order(), event.rootId(), event.time(), event.time());
      case SplitRenamed renamed -> splits.set(event, renamed.splitId(), "name", renamed.name());
      case SplitReordered reordered ->
        splits.set(event, reordered.splitId(), "\"order\"", reordered.order());
      case SplitRemoved removed -> splits.delete(event, removed.splitId());
      case SplitBroughtBack back -> splits.restore(event, back.splitId());
    }
  }

  private void define(RecordedEvent event, ActivityDefined defined) throws SQLException {
    var flags = ActivityFlag.ofCodes(defined.flags());
    activities.insert(
        "id, root_id, name, description, created_at, updated_at, has_sets, has_metrics, metrics_multiplicative, has_splits, group_id",
        defined.activityId(), defined.rootId(), defined.name(), defined.description(),
        event.time(), event.time(), flags.contains(ActivityFlag.SETS),
        flags.contains(ActivityFlag.METRICS), flags.contains(ActivityFlag.METRICS_MULTIPLICATIVE),
        flags.contains(ActivityFlag.SPLITS), defined.groupId());
  }

  private void changeFlags(RecordedEvent event, String id, Set<String> codes)
      throws SQLException {
    var flags = ActivityFlag.ofCodes(codes);
    for (var flag : ActivityFlag.values()) {
      activities.set(event, id, column(flag), flags.contains(flag));
    }
  }

  private static String column(ActivityFlag flag) {
    return switch (flag) {
      case SETS -> "has_sets";
      case METRICS -> "has_metrics";
      case METRICS_MULTIPLICATIVE -> "metrics_multiplicative";
      case SPLITS -> "has_splits";
    };
  }

  private void add(RecordedEvent event, MetricAdded added) throws SQLException {
    var measure = added.measure();
    metrics.insert(
        "id, activity_id, name, unit, created_at, updated_at, is_active, is_top_set_metric, is_multiplicative, root_id, sort_order",
        added.metricId(), added.activityId(), added.name(), measure.unit(), event.time(),
        event.time(), true, measure.topSet(), measure.multiplicative(), event.rootId(),
        added.sortOrder());
  }

  private void redefine(RecordedEvent event, String id, Measure measure) throws SQLException {
    metrics.set(event, id, "unit", measure.unit());
    metrics.set(event, id, "is_top_set_metric", measure.topSet());
    metrics.set(event, id, "is_multiplicative", measure.multiplicative());
  }
}
