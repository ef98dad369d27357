package org.fractalgoals.migration.legacy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row, verbatim. A column that the table does not have is absent, which is not the same as NULL.
 *
 * @param table name of its table
 * @param rowid null in a table without rowids
 * @param key values of the primary key in its order; empty if the table has none
 * @param cells in the order of the columns
 */
public record LegacyRow(String table, @Nullable Long rowid, List<CellValue> key,
    List<Cell> cells) {

  /** A column and what it holds. */
  public record Cell(String column, CellValue value) {}

  public LegacyRow {
    key = List.copyOf(key);
    cells = List.copyOf(cells);
  }

  /** What the column holds, null if it is absent. SQLite's names know no case. */
  public @Nullable CellValue value(String column) {
    for (var cell : cells) {
      if (cell.column().equalsIgnoreCase(column)) {
        return cell.value();
      }
    }
    return null;
  }

  /** What the column holds as text, null if it is NULL or absent. */
  public @Nullable String text(String column) {
    var value = value(column);
    return value == null ? null : value.text();
  }

  /** Whether the column is there and NULL. */
  public boolean holdsNull(String column) {
    return value(column) instanceof CellValue.Null;
  }
}
