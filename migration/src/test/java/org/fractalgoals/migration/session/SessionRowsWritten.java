package org.fractalgoals.migration.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

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
    var database = LegacyDatabase.loose(folder.resolve("legacy.db"));
    database.execute("ALTER TABLE sessions ADD COLUMN session_data").row("goals", "id", "root")
        .row("goals", "id", "goal")
        .row("activity_definitions", "id", "a", "name", "Push-ups")
        .row("metric_definitions", "id", "m", "activity_id", "a");
    return new SessionRowsWritten(database, folder.resolve("data"));
  }

  SessionRowsWritten session(String id, @Nullable Object... columnsAndValues)
      throws SQLException {
    return insert("sessions", Map.of("id", id, "root_id", "root", "name", "Session", "created_at",
        "2026-01-07 10:00:00.000000"), columnsAndValues);
  }

  /** A session as it was when sessions were goals. */
  SessionRowsWritten goalSession(String id, @Nullable Object... columnsAndValues)
      throws SQLException {
    return insert("goals", Map.of("id", id, "type", "PracticeSession", "created_at",
        "2026-01-07 10:00:00.000000"), columnsAndValues);
  }

  SessionRowsWritten link(String sessionId, String goalId) throws SQLException {
    return insert("session_goals", Map.of("session_id", sessionId, "goal_id", goalId, "goal_type",
        "short_term", "created_at", "2026-01-07 10:00:00.000000"));
  }

  SessionRowsWritten instance(String id, String sessionId, @Nullable Object... columnsAndValues)
      throws SQLException {
    return insert("activity_instances", Map.of("id", id, "session_id", sessionId,
        "activity_definition_id", "a", "root_id", "root", "created_at",
        "2026-01-07 10:00:00.000000"), columnsAndValues);
  }

  /** A value of the metric. */
  SessionRowsWritten value(@Nullable String id, String instanceId, @Nullable Object value,
      @Nullable Object... columnsAndValues) throws SQLException {
    var usually = new LinkedHashMap<String, @Nullable Object>(
        Map.of("activity_instance_id", instanceId, "metric_definition_id", "m", "root_id",
            "root"));
    usually.put("id", id);
    usually.put("value", value);
    return insert("metric_values", usually, columnsAndValues);
  }

  /** The file as it is now. */
  SessionFile open() {
    return SessionFile.of(database.file(), data);
  }

  private SessionRowsWritten insert(String table, Map<String, @Nullable Object> usually,
      @Nullable Object... columnsAndValues) throws SQLException {
    database.rowLike(table, usually, columnsAndValues);
    return this;
  }
}
