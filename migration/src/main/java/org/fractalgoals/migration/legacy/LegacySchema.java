package org.fractalgoals.migration.legacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The tables of a file, and which of them the legacy application is known to have had. */
public record LegacySchema(List<LegacyTable> tables) {

  /** Name of the table that every legacy file has. */
  public static final String GOALS = "goals";

  /** Name of the table of sessions at stage 1. */
  public static final String PRACTICE_SESSIONS = "practice_sessions";

  /** Name of the table of sessions from stage 14 on. */
  public static final String SESSIONS = "sessions";

  /** Every column that some stage had, by table. */
  private static final Map<String, Set<String>> KNOWN = known();

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
        .filter(name -> !isKnown(name) && !isOwn(name)).toList();
  }

  /** Names of the columns of known tables that no known stage has, as {@code table.column}. */
  public List<String> unknownColumns() {
    return tables.stream().filter(table -> isKnown(table.name()))
        .flatMap(table -> table.columns().stream().map(LegacyTable.Column::name)
            .filter(column -> !KNOWN.getOrDefault(key(table.name()), Set.of())
                .contains(key(column)))
            .map(column -> table.name() + "." + column))
        .toList();
  }

  private static Map<String, Set<String>> known() {
    try (var resource = LegacySchema.class.getResourceAsStream("known-columns.txt")) {
      if (resource == null) {
        throw new IllegalStateException("known-columns.txt is missing in this program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0],
              parts -> Set.of(parts[1].split(" "))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether some known stage has a table of this name. */
  public static boolean isKnown(String table) {
    return KNOWN.containsKey(key(table));
  }

  /** Whether it is a table that SQLite keeps for itself. */
  public static boolean isOwn(String table) {
    return table.startsWith("sqlite_");
  }

  /** The name by which tables and columns are told apart. SQLite's names know no case. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
