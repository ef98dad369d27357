package org.fractalgoals.projections.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.projections.engine.Columns;

/** Reads rows of activities, metrics and splits. */
final class ActivityRowMapper {

  private ActivityRowMapper() {}

  /** An activity before it is known what it measures. */
  static ActivityRow activity(ResultSet row, int number) throws SQLException {
    return new ActivityRow(row.getString("id"), row.getString("root_id"),
        row.getString("shown_group_id"), row.getString("name"), row.getString("description"),
        flags(row), Columns.instant(row, "created_at"), Columns.instant(row, "updated_at"),
        row.getLong("version"), List.of(), List.of());
  }

  private static Set<ActivityFlag> flags(ResultSet row) throws SQLException {
    var flags = EnumSet.noneOf(ActivityFlag.class);
    for (var flag : ActivityFlag.values()) {
      if (row.getBoolean(switch (flag) {
        case SETS -> "has_sets";
        case METRICS -> "has_metrics";
        case METRICS_MULTIPLICATIVE -> "metrics_multiplicative";
        case SPLITS -> "has_splits";
      })) {
        flags.add(flag);
      }
    }
    return flags;
  }

  static ActivityRow complete(ActivityRow activity, List<MetricRow> metrics,
      List<SplitRow> splits) {
    return new ActivityRow(activity.id(), activity.rootId(), activity.groupId(), activity.name(),
        activity.description(), activity.flags(), activity.createdAt(), activity.updatedAt(),
        activity.version(), metrics, splits);
  }

  static MetricRow metric(ResultSet row, int number) throws SQLException {
    return new MetricRow(row.getString("id"), row.getString("activity_id"), row.getString("name"),
        row.getString("unit"), row.getBoolean("is_top_set_metric"),
        row.getBoolean("is_multiplicative"), row.getBoolean("allow_negative"));
  }

  static SplitRow split(ResultSet row, int number) throws SQLException {
    return new SplitRow(row.getString("id"), row.getString("activity_id"), row.getString("name"),
        row.getLong("split_order"));
  }
}
