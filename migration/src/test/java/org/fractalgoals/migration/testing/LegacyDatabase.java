package org.fractalgoals.migration.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.fractalgoals.migration.legacy.LegacySchema;
import org.fractalgoals.migration.legacy.Stage;
import org.jspecify.annotations.Nullable;

/** A legacy file made by the test: the goals table as it was at a stage, of the other tables what tells the stages apart. */
public final class LegacyDatabase implements AutoCloseable {

  private static final Map<Stage, List<String>> GOAL_COLUMNS_SINCE = Map.of(Stage.S02,
      List.of("root_id TEXT", "duration_minutes INTEGER", "session_data TEXT"), Stage.S03,
      List.of("updated_at TIMESTAMP"), Stage.S08,
      List.of("session_start TIMESTAMP", "session_end TIMESTAMP",
          "total_duration_seconds INTEGER", "template_id VARCHAR", "attributes TEXT"),
      Stage.S12, List.of("deleted_at DATETIME NULL", "sort_order INTEGER DEFAULT 0"), Stage.S13,
      List.of("program_day_id TEXT", "completed_at DATETIME NULL"));

  private final Path file;
  private final Connection connection;

  private LegacyDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** A database without tables. */
  public static LegacyDatabase empty(Path file) throws SQLException {
    return new LegacyDatabase(file, DriverManager.getConnection("jdbc:sqlite:" + file));
  }

  public static LegacyDatabase of(Path file, Stage stage) throws SQLException {
    var database = empty(file);
    database.execute("CREATE TABLE goals (%s)".formatted(goalColumns(stage)));
    for (var ddl : otherTables(stage)) {
      database.execute(ddl);
    }
    return database;
  }

  /**
   * Every table that the newest stage or one before it had, but for that of sessions at stage 1, with every column it ever
   * had. No column has an affinity and nothing is forbidden.
   */
  public static LegacyDatabase loose(Path file) throws SQLException {
    var database = empty(file);
    for (var table : looseTables()) {
      database.execute("CREATE TABLE " + table);
    }
    return database;
  }

  /** As {@link #loose}; there is a fractal {@code top}, and an activity {@code a} and a session {@code s} in it. */
  public static LegacyDatabase practised(Path file) throws SQLException {
    return loose(file).goal("top", null, "root_id", "top")
        .row("activity_definitions", "id", "a", "root_id", "top")
        .row("sessions", "id", "s", "root_id", "top");
  }

  private static List<String> looseTables() {
    try (var columns = LegacySchema.class.getResourceAsStream("known-columns.txt")) {
      return new String(Objects.requireNonNull(columns).readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith(LegacySchema.PRACTICE_SESSIONS + ":"))
          .map(line -> line.split(": ", 2))
          .map(line -> "%s (\"%s\")".formatted(line[0], line[1].replace(" ", "\", \"")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String goalColumns(Stage stage) {
    var columns = new ArrayList<>(stage == Stage.S01
        ? List.of("id VARCHAR NOT NULL PRIMARY KEY", "type VARCHAR NOT NULL",
            "name VARCHAR NOT NULL", "description VARCHAR", "deadline DATETIME",
            "completed BOOLEAN", "created_at DATETIME", "parent_id VARCHAR", "targets TEXT")
        : List.of("id TEXT PRIMARY KEY", "type TEXT NOT NULL", "name TEXT",
            "description TEXT DEFAULT ''", "deadline TIMESTAMP", "completed BOOLEAN DEFAULT 0",
            "created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP", "parent_id TEXT", "targets TEXT"));
    for (var since : Stage.values()) {
      if (since.compareTo(stage) <= 0) {
        columns.addAll(GOAL_COLUMNS_SINCE.getOrDefault(since, List.of()));
      }
    }
    return String.join(", ", columns);
  }

  private static List<String> otherTables(Stage stage) {
    var tables = new LinkedHashMap<String, List<String>>();
    tables.put("activity_definitions", definitionColumns(stage));
    tables.put("activity_instances", instanceColumns(stage));
    tables.put("metric_definitions", from(Stage.S05, stage) ? List.of("is_top_set_metric BOOLEAN")
        : List.of());
    if (stage == Stage.S01) {
      tables.put("practice_sessions", List.of("name VARCHAR"));
    }
    Map<String, Boolean> present = Map.of("split_definitions", from(Stage.S06, stage),
        "activity_groups", from(Stage.S07, stage), "programs", hasPrograms(stage),
        "scheduled_sessions", hasPrograms(stage) && !from(Stage.S13, stage),
        "program_day_templates", from(Stage.S13, stage), "sessions", from(Stage.S14, stage),
        "notes", from(Stage.S16, stage));
    present.forEach((table, there) -> {
      if (there) {
        tables.put(table, List.of());
      }
    });
    return tables.entrySet().stream().map(LegacyDatabase::ddl).toList();
  }

  private static String ddl(Map.Entry<String, List<String>> table) {
    return "CREATE TABLE %s (id TEXT PRIMARY KEY%s)".formatted(table.getKey(), table.getValue()
        .stream().map(column -> ", " + column).collect(Collectors.joining()));
  }

  private static List<String> definitionColumns(Stage stage) {
    var columns = new ArrayList<String>();
    if (from(Stage.S04, stage)) {
      columns.add("metrics_multiplicative BOOLEAN");
    }
    if (from(Stage.S07, stage) && stage != Stage.S09) {
      columns.add("group_id STRING");
    }
    return columns;
  }

  private static List<String> instanceColumns(Stage stage) {
    var columns = new ArrayList<>(List.of(from(Stage.S15, stage) ? "practice_session_id TEXT"
        : "practice_session_id TEXT NOT NULL"));
    if (stage == Stage.S10 || from(Stage.S12, stage)) {
      columns.add("data STRING");
    }
    if (from(Stage.S12, stage)) {
      columns.add("root_id STRING");
    }
    return columns;
  }

  private static boolean hasPrograms(Stage stage) {
    return stage == Stage.S09 || from(Stage.S11, stage);
  }

  private static boolean from(Stage since, Stage stage) {
    return stage.compareTo(since) >= 0;
  }

  /** A row of goals; type UltimateGoal at the top, LongTermGoal below, name and creation unless given. */
  public LegacyDatabase goal(@Nullable String id, @Nullable String parentId,
      @Nullable Object... columnsAndValues) throws SQLException {
    var row = new LinkedHashMap<String, @Nullable Object>();
    row.put("id", id);
    row.put("parent_id", parentId);
    row.put("type", parentId == null ? "UltimateGoal" : "LongTermGoal");
    row.put("name", "Goal " + id);
    row.put("created_at", "2025-12-24 10:00:00.000000");
    return rowLike("goals", row, columnsAndValues);
  }

  /** A row of any table. */
  public LegacyDatabase row(String table, @Nullable Object... columnsAndValues)
      throws SQLException {
    return rowLike(table, Map.of(), columnsAndValues);
  }

  /** A row of any table; what is named last is what counts. */
  public LegacyDatabase rowLike(String table, Map<String, @Nullable Object> usually,
      @Nullable Object... columnsAndValues) throws SQLException {
    var row = new LinkedHashMap<String, @Nullable Object>(usually);
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(String.valueOf(columnsAndValues[i]), columnsAndValues[i + 1]);
    }
    return execute("INSERT INTO %s (\"%s\") VALUES (%s)".formatted(table,
        String.join("\", \"", row.keySet()),
        String.join(", ", Collections.nCopies(row.size(), "?"))), row.values().toArray());
  }

  public LegacyDatabase execute(String sql, @Nullable Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
    return this;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
