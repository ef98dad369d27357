package org.fractalgoals.projections.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The primary key of a table. */
record Key(List<String> columns) {

  private static final String COLUMNS = """
    SELECT name FROM pragma_table_info(?, 'main') WHERE pk > 0 ORDER BY pk
    """;

  static Key of(Connection connection, String table) throws SQLException {
    try (var select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table);
      try (var rows = select.executeQuery()) {
        var columns = new ArrayList<String>();
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
        return new Key(columns);
      }
    }
  }

  /** As a list of expressions over rows of this alias. */
  String of(String alias) {
    return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
  }

  /** As a condition over rows of two aliases. */
  String isSame(String one, String other) {
    return columns.stream().map(column -> "%s.%s = %s.%s".formatted(one, column, other, column))
        .collect(Collectors.joining(" AND "));
  }

  /** The cells of a row that has those of the key from a place on. */
  List<Object> cells(ResultSet row, int first) throws SQLException {
    var cells = new ArrayList<Object>();
    for (int index = 0; index < columns.size(); index++) {
      cells.add(row.getObject(first + index));
    }
    return cells;
  }

  /** Cells of a key for people, such as {@code id "0197…"}. */
  String shown(List<Object> cells) {
    var parts = new ArrayList<String>();
    for (int index = 0; index < columns.size(); index++) {
      parts.add(columns.get(index) + " " + Shown.of(cells.get(index)));
    }
    return String.join(", ", parts);
  }
}
