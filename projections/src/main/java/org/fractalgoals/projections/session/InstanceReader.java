package org.fractalgoals.projections.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.projections.engine.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads instances with their values, in two statements. Which ones, the caller says by the beginning of a statement: it
 * defines a table {@code performed} of rows of {@code activity_instances}.
 */
public final class InstanceReader {

  private static final String INSTANCES = """
    SELECT performed.*, activity.name AS activity_name
    FROM performed LEFT JOIN activity_definitions AS activity
      ON activity.id = performed.activity_definition_id AND activity.deleted_at IS NULL
        AND NOT activity.placeholder
    ORDER BY performed.sort_order, performed.created_at, performed.id
    """;

  /** What is deleted or a placeholder, or belongs to an activity that is, has no name. */
  private static final String VALUES = """
    SELECT measured.*, metric.name AS metric_name, metric.unit, split.name AS split_name
    FROM performed
      CROSS JOIN metric_values AS measured ON measured.activity_instance_id = performed.id
      LEFT JOIN metric_definitions AS metric ON metric.id = measured.metric_definition_id
        AND metric.deleted_at IS NULL AND NOT metric.placeholder AND EXISTS (
          SELECT 1
          FROM activity_definitions AS activity
          WHERE activity.id = metric.activity_id AND activity.deleted_at IS NULL
            AND NOT activity.placeholder
        )
      LEFT JOIN split_definitions AS split ON split.id = measured.split_definition_id
        AND split.deleted_at IS NULL AND NOT split.placeholder AND EXISTS (
          SELECT 1
          FROM activity_definitions AS activity
          WHERE activity.id = split.activity_id AND activity.deleted_at IS NULL
            AND NOT activity.placeholder
        )
    ORDER BY measured.sort_order, measured.id
    """;

  private final JdbcClient jdbc;

  public InstanceReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The instances by sort order, time of creation, id, under the id of their session. */
  public Map<String, List<InstanceRow>> bySession(String performed,
      Map<String, ? extends @Nullable Object> parameters) {
    var instances = new LinkedHashMap<String, List<InstanceRow>>();
    for (var instance : list(performed, parameters)) {
      instances.computeIfAbsent(instance.sessionId(), id -> new ArrayList<>()).add(instance);
    }
    return instances;
  }

  /** The instances by sort order, time of creation, id. */
  List<InstanceRow> list(String performed, Map<String, ? extends @Nullable Object> parameters) {
    var values = new HashMap<String, List<ValueRow>>();
    jdbc.sql(performed + VALUES).params(parameters).query(row -> {
      values.computeIfAbsent(row.getString("activity_instance_id"), id -> new ArrayList<>())
          .add(value(row));
    });
    return jdbc.sql(performed + INSTANCES).params(parameters)
        .query((row, number) -> instance(row,
            values.getOrDefault(row.getString("id"), List.of())))
        .list();
  }

  private static InstanceRow instance(ResultSet row, List<ValueRow> values) throws SQLException {
    return new InstanceRow(row.getString("id"), row.getString("root_id"),
        row.getString("session_id"), row.getString("activity_definition_id"),
        row.getString("activity_name"), row.getString("notes"), row.getString("sets"),
        row.getBoolean("completed"), Columns.instantOrNull(row, "time_start"),
        Columns.instantOrNull(row, "time_stop"), Columns.longOrNull(row, "duration_seconds"),
        Columns.instant(row, "created_at"), Columns.instant(row, "updated_at"),
        row.getLong("version"), values);
  }

  private static ValueRow value(ResultSet row) throws SQLException {
    return new ValueRow(row.getString("id"), row.getString("metric_definition_id"),
        row.getString("metric_name"), row.getString("unit"),
        row.getString("split_definition_id"), row.getString("split_name"),
        row.getDouble("value"));
  }
}
