package org.fractalgoals.migration.legacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.migration.legacy.LegacyTable.Column;

/** Reads what tables a file has. Virtual tables have no rows of their own: those lie in their shadow tables. */
final class SchemaReader {

  private static final String TABLES = """
    SELECT name, wr
      FROM pragma_table_list
     WHERE schema = 'main'
       AND type IN ('table', 'shadow')
       AND name <> 'sqlite_schema'
     ORDER BY name
    """;

  private static final String COLUMNS = """
    SELECT name, "notnull", pk
      FROM pragma_table_info(?)
     ORDER BY cid
    """;

  private SchemaReader() {}

  static LegacySchema read(Connection connection) throws SQLException {
    var tables = new ArrayList<LegacyTable>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(TABLES)) {
      while (found.next()) {
        var name = found.getString(1);
        tables.add(new LegacyTable(name, columns(connection, name), found.getInt(2) == 0,
            count(connection, name)));
      }
    }
    return new LegacySchema(tables);
  }

  private static List<Column> columns(Connection connection, String table) throws SQLException {
    var columns = new ArrayList<Column>();
    try (var statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          columns.add(new Column(found.getString(1), found.getInt(2) != 0, found.getInt(3)));
        }
      }
    }
    return columns;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT count(*) FROM " + Identifier.quoted(table))) {
      return found.getLong(1);
    }
  }
}
