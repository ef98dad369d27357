package org.fractalgoals.migration.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.fractalgoals.migration.testing.LegacyDatabase;
import org.jspecify.annotations.Nullable;

/** A legacy file with sessions that a test writes row by row. No column has an affinity and nothing is forbidden. */
final class SessionRowsWritten {

  private final LegacyDatabase database;
  private final Path data;

  private SessionRowsWritten(LegacyDatabase database, Path data) {
    this.database = database;
    this.data = data;
  }

  /** There is a fractal {@code root} with a goal {@code goal}, an activity {@code a} and its metric {@code m}. */
  static SessionRowsWritten in(Path folder) throws SQLException {
    var database = LegacyDatabase.empty(folder.resolve("legacy.db"));
    for (var table : Stream.of("goals (id, type, created_at, deadline, targets)", """
      sessions (id, root_id, name, description, session_start, session_end, duration_minutes,
        total_duration_seconds, template_id, attributes, session_data, created_at, updated_at,
        deleted_at, completed, completed_at)
      """, "session_goals (session_id, goal_id, goal_type, created_at)", """
      activity_instances (id, session_id, practice_session_id, activity_definition_id, root_id,
        created_at, updated_at, deleted_at, time_start, time_stop, duration_seconds, completed,
        notes, data)
      """, """
      metric_values (id, activity_instance_id, metric_definition_id, split_definition_id, value,
        root_id, created_at, updated_at)
      """, "activity_definitions (id, name)", "metric_definitions (id)").toList()) {
      database.execute("CREATE TABLE " + table);
    }
    database.execute("INSERT INTO goals (id) VALUES ('root'), ('goal')")
        .execute("INSERT INTO activity_definitions VALUES ('a', 'Push-ups')")
        .execute("INSERT INTO metric_definitions VALUES ('m')");
    return new SessionRowsWritten(database, folder.resolve("data"));
  }

  SessionRowsWritten session(String id, @Nullable Object... columnsAndValues)
      throws SQLException {
    return insert("sessions", row("id", id, "root_id", "root", "name", "Session", "created_at",
        "2026-01-07 10:00:00.000000"), columnsAndValues);
  }

  /** A session as it was when sessions were goals. */
  SessionRowsWritten goalSession(String id, @Nullable Object... columnsAndValues)
      throws SQLException {
    return insert("goals", row("id", id, "type", "PracticeSession", "created_at",
        "2026-01-07 10:00:00.000000"), columnsAndValues);
  }

  SessionRowsWritten link(String sessionId, String goalId) throws SQLException {
    return insert("session_goals", row("session_id", sessionId, "goal_id", goalId, "goal_type",
        "short_term", "created_at", "2026-01-07 10:00:00.000000"));
  }

  SessionRowsWritten instance(String id, String sessionId, @Nullable Object... columnsAndValues)
      throws SQLException {
    return insert("activity_instances", row("id", id, "session_id", sessionId,
        "activity_definition_id", "a", "root_id", "root", "created_at",
        "2026-01-07 10:00:00.000000"), columnsAndValues);
  }

  /** A value of the metric. */
  SessionRowsWritten value(@Nullable String id, String instanceId, @Nullable Object value,
      @Nullable Object... columnsAndValues) throws SQLException {
    return insert("metric_values", row("id", id, "activity_instance_id", instanceId,
        "metric_definition_id", "m", "value", value, "root_id", "root"), columnsAndValues);
  }

  /** The file as it is now. */
  SessionFile open() {
    return SessionFile.of(database.file(), data);
  }

  private static Map<String, @Nullable Object> row(@Nullable Object... columnsAndValues) {
    var row = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(String.valueOf(columnsAndValues[i]), columnsAndValues[i + 1]);
    }
    return row;
  }

  private SessionRowsWritten insert(String table, Map<String, @Nullable Object> row,
      @Nullable Object... columnsAndValues) throws SQLException {
    row.putAll(row(columnsAndValues));
    database.execute("INSERT INTO %s (%s) VALUES (%s)".formatted(table,
        String.join(", ", row.keySet()),
        String.join(", ", Collections.nCopies(row.size(), "?"))), row.values().toArray());
    return this;
  }
}
