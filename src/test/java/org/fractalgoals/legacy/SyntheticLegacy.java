package org.fractalgoals.legacy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

/** A legacy file made by a test: all tables of a stage as the legacy application declared them, and the rows added. */
public final class SyntheticLegacy implements AutoCloseable {

  private static final String CREATED = "2026-01-02 10:00:00.000000";

  private final int stage;
  private final Connection connection;

  private SyntheticLegacy(int stage, Connection connection) {
    this.stage = stage;
    this.connection = connection;
  }

  /**
   * @param file must not exist yet
   * @param stage 1 to 16
   */
  public static SyntheticLegacy at(int stage, Path file) throws SQLException {
    return at(stage, file, "UTF-8");
  }

  /** The same with its texts in another encoding, such as UTF-16le. */
  static SyntheticLegacy at(int stage, Path file, String encoding) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    var made = new SyntheticLegacy(stage, connection);
    made.execute("PRAGMA encoding = '%s'".formatted(encoding));
    connection.setAutoCommit(false);
    for (var statement : LegacyColumns.strict(stage).values()) {
      made.execute(statement);
    }
    return made;
  }

  /** Declares tables anew, without keys, defaults and NOT NULL; they must be empty. */
  SyntheticLegacy loosen(String... tables) throws SQLException {
    for (var table : tables) {
      execute("DROP TABLE " + table).execute(LegacyColumns.loose(stage, table));
    }
    return this;
  }

  /** Adds a row; columns that are not named keep their defaults. */
  public SyntheticLegacy row(String table, @Nullable Object... columnsAndValues)
      throws SQLException {
    var columns = new ArrayList<String>();
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      columns.add("\"" + columnsAndValues[i] + "\"");
      values.add(columnsAndValues[i + 1]);
    }
    return execute("INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns),
        String.join(", ", Collections.nCopies(columns.size(), "?"))), values.toArray());
  }

  /** Adds a goal: an UltimateGoal where it has no parent, else a ShortTermGoal. */
  SyntheticLegacy goal(@Nullable Object id, @Nullable Object parent, @Nullable Object... more)
      throws SQLException {
    return row("goals", with(more, "id", id, "parent_id", parent, "type",
        parent == null ? "UltimateGoal" : "ShortTermGoal", "name", "Goal " + id, "created_at",
        CREATED));
  }

  /** Adds a session, in the table where sessions stood at this stage. */
  SyntheticLegacy session(@Nullable Object id, @Nullable Object root, @Nullable Object... more)
      throws SQLException {
    var cells = with(more, "id", id, "root_id", root, "name", "Session " + id, "created_at",
        CREATED);
    if (stage == 1) {
      return row("practice_sessions", cells);
    }
    return stage < 14 ? row("goals", with(cells, "type", "PracticeSession"))
        : row("sessions", cells);
  }

  /** Adds an instance of the activity named {@code activity}. */
  SyntheticLegacy instance(@Nullable Object id, @Nullable Object session,
      @Nullable Object... more) throws SQLException {
    var cells = with(more, "id", id, stage < 14 ? "practice_session_id" : "session_id", session,
        "activity_definition_id", "activity", "created_at", CREATED);
    if (stage == 14) {
      return row("activity_instances", with(cells, "practice_session_id", session));
    }
    return row("activity_instances", stage > 14 ? with(cells, "root_id", "root") : cells);
  }

  /** Adds a value of the metric named {@code metric}. */
  SyntheticLegacy value(@Nullable Object id, @Nullable Object instance, @Nullable Object value,
      @Nullable Object... more) throws SQLException {
    return row("metric_values", with(more, "id", id, "activity_instance_id", instance,
        "metric_definition_id", "metric", "value", value));
  }

  /** Adds a fractal {@code root} with a goal {@code goal}, an activity {@code activity} and its metric {@code metric}. */
  SyntheticLegacy fractal() throws SQLException {
    return goal("root", null).goal("goal", "root")
        .row("activity_definitions", "id", "activity", "root_id", "root", "name", "Scales",
            "created_at", CREATED)
        .row("metric_definitions", "id", "metric", "activity_id", "activity", "name", "Tempo",
            "unit", "bpm", "created_at", CREATED);
  }

  SyntheticLegacy execute(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
    return this;
  }

  /** The given cells and, where their columns are not given, the usual ones. */
  private static @Nullable Object[] with(@Nullable Object[] given, @Nullable Object... usual) {
    var cells = new ArrayList<@Nullable Object>(Arrays.asList(given));
    for (int i = 0; i < usual.length; i += 2) {
      if (!names(given, usual[i])) {
        cells.add(usual[i]);
        cells.add(usual[i + 1]);
      }
    }
    return cells.toArray();
  }

  private static boolean names(@Nullable Object[] cells, @Nullable Object column) {
    for (int i = 0; i < cells.length; i += 2) {
      if (String.valueOf(cells[i]).equals(column)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws SQLException {
    connection.commit();
    connection.close();
  }
}
