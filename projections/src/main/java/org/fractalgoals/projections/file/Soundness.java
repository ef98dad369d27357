package org.fractalgoals.projections.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Whether a file that was filled without a journal, without checks of references, is what it must be. */
final class Soundness {

  /** Of the table behind each full index. */
  private static final String FULL_INDEXES = """
    SELECT i.name, i.tbl_name
      FROM sqlite_schema i
     WHERE i.type = 'index' AND i.sql IS NOT NULL AND i.sql NOT LIKE '% WHERE %'
     ORDER BY i.name
    """;

  private Soundness() {}

  /** What is wrong, a sentence each. */
  static List<String> faults(Connection connection) throws SQLException {
    var faults = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      var verdict = text(statement, "PRAGMA quick_check(1)");
      if (!"ok".equals(verdict)) {
        faults.add(verdict);
      }
      addIncompleteIndexes(statement, faults);
    }
    return faults;
  }

  /** How many rows refer to one that is not there. */
  static long brokenReferences(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      return brokenReferences(statement);
    }
  }

  static long brokenReferences(Statement statement) throws SQLException {
    return Contents.number(statement, "SELECT count(*) FROM pragma_foreign_key_check");
  }

  private static void addIncompleteIndexes(Statement statement, List<String> faults)
      throws SQLException {
    var rows = new HashMap<String, Long>();
    for (var index : indexes(statement)) {
      if (!rows.containsKey(index.table)) {
        rows.put(index.table,
            Contents.number(statement,
                "SELECT count(*) FROM %s NOT INDEXED".formatted(index.table)));
      }
      long entries = Contents.number(statement,
          "SELECT count(*) FROM %s INDEXED BY %s".formatted(index.table, index.name));
      if (entries != rows.get(index.table)) {
        faults.add("%s has %d entries for %d rows".formatted(index.name, entries,
            rows.get(index.table)));
      }
    }
  }

  private record Index(String name, String table) {}

  private static List<Index> indexes(Statement statement) throws SQLException {
    var indexes = new ArrayList<Index>();
    try (var found = statement.executeQuery(FULL_INDEXES)) {
      while (found.next()) {
        indexes.add(new Index(found.getString(1), found.getString(2)));
      }
    }
    return indexes;
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (var found = statement.executeQuery(sql)) {
      return found.getString(1);
    }
  }
}
