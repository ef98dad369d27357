package org.fractalgoals.projections.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a read model holds.
 *
 * @param rows rows of each table, by its name; placeholders not counted
 * @param placeholders how many placeholders there are in all
 * @param nullRoots rows without a root
 * @param brokenReferences rows that refer to something that is not there
 */
public record Contents(SortedMap<String, Long> rows, long placeholders, long nullRoots,
    long brokenReferences) {

  public Contents {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  private static final String TABLES = """
    SELECT t.name, max(c.name = 'placeholder')
      FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table'
     GROUP BY t.name
    HAVING max(c.name = 'root_id')
    """;

  /** Counts everything there is. Each table of things has roots. */
  static Contents of(Connection connection) throws SQLException {
    var rows = new TreeMap<String, Long>();
    long placeholders = 0;
    long nullRoots = 0;
    try (var statement = connection.createStatement();
        var tables = connection.prepareStatement(TABLES);
        var found = tables.executeQuery()) {
      while (found.next()) {
        var table = found.getString(1);
        var hidden = found.getBoolean(2)
            ? number(statement, "SELECT count(*) FROM %s WHERE placeholder".formatted(table))
            : 0;
        placeholders += hidden;
        rows.put(table, number(statement, "SELECT count(*) FROM " + table) - hidden);
        nullRoots += number(statement,
            "SELECT count(*) FROM %s WHERE root_id IS NULL".formatted(table));
      }
      return new Contents(rows, placeholders, nullRoots,
          Soundness.brokenReferences(statement));
    }
  }

  /** The one number that a question has for an answer. */
  static long number(Statement statement, String sql) throws SQLException {
    try (var found = statement.executeQuery(sql)) {
      return found.getLong(1);
    }
  }
}
