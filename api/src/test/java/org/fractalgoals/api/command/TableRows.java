package org.fractalgoals.api.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that stands in an SQLite file. */
final class TableRows {

  private TableRows() {}

  /** The rows of each table, sorted by what stands in them. */
  static Map<String, List<String>> of(Connection file) throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    for (var table : rows(file, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      tables.put(table, rows(file, "SELECT * FROM " + table).stream().sorted().toList());
    }
    return tables;
  }

  private static List<String> rows(Connection file, String sql) throws SQLException {
    try (var statement = file.createStatement(); var row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var columns = new ArrayList<String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
          columns.add(String.valueOf(row.getString(column)));
        }
        rows.add(String.join(" | ", columns));
      }
      return rows;
    }
  }
}
