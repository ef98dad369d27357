package org.fractalgoals.migration.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fractalgoals.migration.legacy.Identifier;

/**
 * The declaration of a table without all that judges or converts a value: the same columns and keys, so that what is
 * stored under it is what the real declaration expects to find.
 */
final class UntypedTable {

  private static final String COLUMNS = """
    SELECT name, upper(type) = 'INTEGER' AND pk = 1 AND (SELECT max(pk) FROM pragma_table_xinfo(?1)) = 1,
           hidden
      FROM pragma_table_xinfo(?1)
     ORDER BY cid
    """;

  /** Automatic indexes are numbered in the order of the constraints they serve. */
  private static final String KEYS = """
    SELECT name, origin
      FROM pragma_index_list(?)
     WHERE origin IN ('pk', 'u')
     ORDER BY seq DESC
    """;

  private static final String KEY_COLUMNS = """
    SELECT name, "desc", coll
      FROM pragma_index_xinfo(?)
     WHERE "key"
     ORDER BY seqno
    """;

  private static final String WITHOUT_ROWID = """
    SELECT wr
      FROM pragma_table_list
     WHERE schema = 'main' AND name = ?
    """;

  private UntypedTable() {}

  /** The declaration; empty for a table with generated columns, whose values only their declaration can tell. */
  static Optional<String> declaration(Connection connection, String table) throws SQLException {
    var isWithoutRowid = isWithoutRowid(connection, table);
    var keys = keys(connection, table);
    var isKeyRowid = keys.stream().noneMatch(Key::isPrimary);
    var parts = new ArrayList<String>();
    try (var statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          if (found.getInt(3) != 0) {
            return Optional.empty();
          }
          parts.add(Identifier.quoted(found.getString(1))
              + (isKeyRowid && found.getBoolean(2) ? " INTEGER PRIMARY KEY" : ""));
        }
      }
    }
    keys.forEach(key -> parts.add(key.constraint(isWithoutRowid)));
    return Optional.of("CREATE TABLE %s (%s)%s".formatted(Identifier.quoted(table),
        String.join(", ", parts), isWithoutRowid ? " WITHOUT ROWID" : ""));
  }

  /** A constraint that has an index. */
  private record Key(boolean isPrimary, String columns) {

    /** The primary key of a table with rowids is an index like any other. */
    String constraint(boolean isWithoutRowid) {
      return (isPrimary && isWithoutRowid ? "PRIMARY KEY (" : "UNIQUE (") + columns + ")";
    }
  }

  private static List<Key> keys(Connection connection, String table)
      throws SQLException {
    var keys = new ArrayList<Key>();
    try (var statement = connection.prepareStatement(KEYS)) {
      statement.setString(1, table);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          keys.add(new Key(found.getString(2).equals("pk"),
              columns(connection, found.getString(1))));
        }
      }
    }
    return keys;
  }

  private static String columns(Connection connection, String index) throws SQLException {
    var columns = new ArrayList<String>();
    try (var statement = connection.prepareStatement(KEY_COLUMNS)) {
      statement.setString(1, index);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          columns.add("%s COLLATE %s%s".formatted(Identifier.quoted(found.getString(1)),
              Identifier.quoted(found.getString(3)), found.getBoolean(2) ? " DESC" : ""));
        }
      }
    }
    return String.join(", ", columns);
  }

  private static boolean isWithoutRowid(Connection connection, String table)
      throws SQLException {
    try (var statement = connection.prepareStatement(WITHOUT_ROWID)) {
      statement.setString(1, table);
      try (var found = statement.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }
}
