package org.fractalgoals.migration.history;

import java.util.List;
import java.util.function.Function;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;

/**
 * What an interpreter goes by.
 *
 * @param clocks which clock wrote which time; its zone is that of the store
 * @param json makes a text an opaque value, malformed as it may be
 */
public record Evidence(LegacyFile file, ClockRules clocks, Function<String, JsonText> json,
    References references) {

  /**
   * The rows of a table whose column names a thing, in the order of their rowids. Rows without an id of their own, and
   * those that repeat one, are not among them.
   */
  public List<LegacyRow> rows(String table, String column, String id) {
    return file.rows(table, column, id).stream()
        .filter(row -> id.equals(Cells.id(row, column)) && references.isFirst(row)).toList();
  }

  /**
   * The part that stands under a missing thing for want of another: its row does not name what it belongs to, and the
   * thing has its id instead.
   */
  public List<LegacyRow> strays(String table, String column, String id) {
    return rows(table, "id", id).stream().filter(row -> Cells.id(row, column) == null).toList();
  }
}
