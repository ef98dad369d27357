package org.fractalgoals.legacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Writes rows of the newest legacy schema fast: one prepared statement for each table, in batches. */
final class GeneratedRows implements AutoCloseable {

  private static final int BATCH = 1_000;

  /** A table and the columns of it that are written, in the order of their values. */
  enum Table {
    GOALS("goals",
        "id, type, name, deadline, completed, created_at, parent_id, root_id, targets, updated_at, completed_at"),
    SESSIONS("sessions",
        "id, root_id, name, session_start, session_end, duration_minutes, total_duration_seconds, attributes, created_at, updated_at, deleted_at, completed, completed_at"),
    LINKS("session_goals", "session_id, goal_id, goal_type, created_at"),
    TEMPLATES("session_templates", "id, name, description, root_id, created_at, template_data"),
    GROUPS("activity_groups", "id, root_id, name, description, created_at, sort_order"),
    ACTIVITIES("activity_definitions",
        "id, root_id, name, created_at, has_sets, has_metrics, group_id, updated_at"),
    METRICS("metric_definitions",
        "id, activity_id, name, unit, created_at, root_id, updated_at"),
    INSTANCES("activity_instances",
        "id, practice_session_id, activity_definition_id, created_at, time_start, time_stop, duration_seconds, root_id, updated_at, notes, data, session_id"),
    VALUES("metric_values",
        "id, activity_instance_id, metric_definition_id, value, root_id, updated_at, created_at"),
    PROGRAMS("programs",
        "id, root_id, name, start_date, end_date, created_at, updated_at, goal_ids, weekly_schedule"),
    BLOCKS("program_blocks", "id, program_id, name, start_date, end_date, color"),
    DAYS("program_days", "id, block_id, day_number, name"),
    DAY_TEMPLATES("program_day_templates", "program_day_id, session_template_id"),
    NOTES("notes",
        "id, root_id, context_type, context_id, session_id, activity_instance_id, activity_definition_id, set_index, content, created_at, updated_at, deleted_at");

    private final String table;
    private final String columns;

    Table(String table, String columns) {
      this.table = table;
      this.columns = columns;
    }

    private String insert() {
      return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns,
          String.join(", ", Collections.nCopies(columns.split(",", -1).length, "?")));
    }
  }

  private static final class Insert {

    private final PreparedStatement statement;
    private int waiting;

    Insert(PreparedStatement statement) {
      this.statement = statement;
    }

    void add(@Nullable Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.addBatch();
      waiting++;
      if (waiting == BATCH) {
        flush();
      }
    }

    void flush() throws SQLException {
      if (waiting > 0) {
        statement.executeBatch();
        waiting = 0;
      }
    }
  }

  private final Map<Table, Insert> inserts = new EnumMap<>(Table.class);
  private long written;

  GeneratedRows(Connection connection) throws SQLException {
    for (var table : Table.values()) {
      inserts.put(table, new Insert(connection.prepareStatement(table.insert())));
    }
  }

  /** Adds a row; there is a value for each column of the table. */
  void add(Table table, @Nullable Object... values) throws SQLException {
    var insert = inserts.get(table);
    if (insert != null) {
      insert.add(values);
      written++;
    }
  }

  long written() {
    return written;
  }

  @Override
  public void close() throws SQLException {
    for (var insert : inserts.values()) {
      insert.flush();
      insert.statement.close();
    }
  }
}
