package org.fractalgoals.migration.legacy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The tables of a file, and which of them the legacy application is known to have had. */
public record LegacySchema(List<LegacyTable> tables) {

  /** Name of the table that every legacy file has. */
  public static final String GOALS = "goals";

  /** Name of the table of sessions at stage 1. */
  public static final String PRACTICE_SESSIONS = "practice_sessions";

  /** Name of the table of sessions from stage 14 on. */
  public static final String SESSIONS = "sessions";

  private static final Set<String> KNOWN_TABLES = Set.of(GOALS, PRACTICE_SESSIONS, SESSIONS,
      "practice_session_goals", "session_goals", "session_templates", "activity_groups",
      "activity_definitions", "metric_definitions", "split_definitions", "activity_instances",
      "metric_values", "programs", "program_blocks", "program_days", "scheduled_sessions",
      "program_day_templates", "notes");

  private static final Set<String> KNOWN_GOAL_COLUMNS = Set.of("id", "type", "name", "description",
      "deadline", "completed", "created_at", "parent_id", "targets", "root_id", "duration_minutes",
      "session_data", "updated_at", "session_start", "session_end", "total_duration_seconds",
      "template_id", "attributes", "deleted_at", "sort_order", "program_day_id", "completed_at");

  public LegacySchema {
    tables = List.copyOf(tables);
  }

  /** The table, null if it is absent. SQLite's names know no case. */
  public @Nullable LegacyTable table(String table) {
    return tables.stream().filter(candidate -> candidate.name().equalsIgnoreCase(table))
        .findFirst().orElse(null);
  }

  public boolean has(String table) {
    return table(table) != null;
  }

  public boolean has(String table, String column) {
    var found = table(table);
    return found != null && found.has(column);
  }

  /** Whether the column is there and declared NOT NULL. */
  boolean forbidsNull(String table, String column) {
    return tables.stream().filter(candidate -> candidate.name().equalsIgnoreCase(table))
        .map(candidate -> candidate.column(column)).filter(Objects::nonNull)
        .anyMatch(LegacyTable.Column::notNull);
  }

  /** Names of the tables that no known stage has; SQLite's own are known. */
  public List<String> unknownTables() {
    return tables.stream().map(LegacyTable::name)
        .filter(name -> !name.startsWith("sqlite_")
            && !KNOWN_TABLES.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Names of the columns of goals that no known stage has. */
  public List<String> unknownGoalColumns() {
    return tables.stream().filter(table -> table.name().equalsIgnoreCase(GOALS))
        .flatMap(table -> table.columns().stream()).map(LegacyTable.Column::name)
        .filter(name -> !KNOWN_GOAL_COLUMNS.contains(name.toLowerCase(Locale.ROOT))).toList();
  }
}
