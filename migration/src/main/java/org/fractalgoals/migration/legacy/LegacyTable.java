package org.fractalgoals.migration.legacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table of a legacy file.
 *
 * @param columns in their order, generated ones left out
 * @param hasRowid false for one declared WITHOUT ROWID
 * @param rows how many rows it has
 */
public record LegacyTable(String name, List<Column> columns, boolean hasRowid, long rows) {

  /**
   * A column as it is declared.
   *
   * @param notNull whether the declaration forbids NULL
   * @param keyPlace place in the primary key from 1; 0 if it is no part of it
   */
  public record Column(String name, boolean notNull, int keyPlace) {}

  /** The names under which SQLite offers the rowid, each unless a column has it. */
  private static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

  public LegacyTable {
    columns = List.copyOf(columns);
  }

  /** The column, null if it is absent. */
  public @Nullable Column column(String column) {
    return columns.stream().filter(candidate -> candidate.name().equalsIgnoreCase(column))
        .findFirst().orElse(null);
  }

  public boolean has(String column) {
    return column(column) != null;
  }

  /** The name by which the rowid can be asked for, null if there is none. */
  @Nullable
  String rowidName() {
    return hasRowid ? rowidName(columns.stream().map(Column::name).toList()) : null;
  }

  /** The name by which the rowid can be asked for in a table with these columns, null if they take all of its names. */
  public static @Nullable String rowidName(Collection<String> columns) {
    return ROWID_NAMES.stream()
        .filter(name -> columns.stream().noneMatch(column -> column.equalsIgnoreCase(name)))
        .findFirst().orElse(null);
  }

  /** Places of the key columns among the columns, in the order of the key. */
  List<Integer> keyPlaces() {
    return columns.stream().filter(column -> column.keyPlace() > 0)
        .sorted(Comparator.comparingInt(Column::keyPlace)).map(columns::indexOf).toList();
  }
}
