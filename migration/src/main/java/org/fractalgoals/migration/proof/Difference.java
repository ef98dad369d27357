package org.fractalgoals.migration.proof;

import org.jspecify.annotations.Nullable;

/**
 * Where two files are not equal.
 *
 * @param table the table, or the object of the schema
 * @param key the row, by its rowid or its key; null if it is about the table as such
 * @param column null if it is about the whole row
 * @param expected what the first file has: storage class and value; null if it has nothing
 * @param found the same of the second file
 */
public record Difference(String table, @Nullable String key, @Nullable String column,
    @Nullable String expected, @Nullable String found) {

  /** One line for people. */
  public String sentence() {
    var where = new StringBuilder(table);
    if (key != null) {
      where.append(", row ").append(key);
    }
    if (column != null) {
      where.append(", column ").append(column);
    }
    return "%s: expected %s, found %s".formatted(where, shown(expected), shown(found));
  }

  private static String shown(@Nullable String value) {
    return value == null ? "nothing" : value;
  }
}
