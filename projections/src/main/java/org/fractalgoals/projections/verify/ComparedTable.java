package org.fractalgoals.projections.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.fractalgoals.projections.verify.RowDifference.EventPlace;
import org.jspecify.annotations.Nullable;

/**
 * One table of the schemas {@code main}, the read model that is kept, and {@code made}, one that was made anew. SQLite
 * walks through the one in the order of the key and looks each row up in the other: nothing is held in memory.
 */
final class ComparedTable {

  private static final String OTHER_COLUMNS = """
    SELECT name FROM pragma_table_info(?, 'main') WHERE pk = 0 ORDER BY cid
    """;

  private final Connection connection;
  private final String table;
  private final Key key;
  private final List<String> columns;

  private ComparedTable(Connection connection, String table, Key key, List<String> columns) {
    this.connection = connection;
    this.table = table;
    this.key = key;
    this.columns = columns;
  }

  static ComparedTable of(Connection connection, String table) throws SQLException {
    var columns = new ArrayList<String>();
    try (var select = connection.prepareStatement(OTHER_COLUMNS)) {
      select.setString(1, table);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return new ComparedTable(connection, table, Key.of(connection, table), columns);
  }

  /** How many rows the kept one has. */
  long rows() throws SQLException {
    try (var select = connection.prepareStatement("SELECT count(*) FROM main." + table);
        var row = select.executeQuery()) {
      return row.getLong(1);
    }
  }

  void compare(Differences differences) throws SQLException {
    compareKept(differences);
    findMissing(differences);
  }

  private void compareKept(Differences differences) throws SQLException {
    var sql = """
      SELECT %s, made.%s IS NOT NULL, %s
        FROM main.%s kept LEFT JOIN made.%4$s made ON %s
       WHERE made.%2$s IS NULL OR %s
       ORDER BY %1$s
      """.formatted(key.of("kept"), key.columns().getFirst(), cells(), table,
        key.isSame("made", "kept"), anyDiffers());
    try (var select = connection.prepareStatement(sql); var rows = select.executeQuery()) {
      while (rows.next()) {
        var found = key.cells(rows, 1);
        if (rows.getBoolean(1 + found.size())) {
          compareCells(rows, found, differences);
        } else {
          differences.add(() -> new RowDifference(table, key.shown(found), null, "a row", null,
              lastEvent(found, "main")));
        }
      }
    }
  }

  /** Of each column whether it differs, and both cells. */
  private String cells() {
    return columns.stream()
        .map(column -> "%s, kept.%2$s, made.%2$s".formatted(differs(column), column))
        .collect(Collectors.joining(", "));
  }

  private String anyDiffers() {
    return columns.stream().map(ComparedTable::differs).collect(Collectors.joining(" OR "));
  }

  /** Numbers of different storage classes may be equal. */
  private static String differs(String column) {
    return "(typeof(kept.%1$s) <> typeof(made.%1$s) OR kept.%1$s IS NOT made.%1$s)"
        .formatted(column);
  }

  private void compareCells(ResultSet row, List<Object> found, Differences differences)
      throws SQLException {
    int place = 2 + found.size();
    for (var column : columns) {
      if (row.getBoolean(place)) {
        var kept = row.getObject(place + 1);
        var made = row.getObject(place + 2);
        differences.add(() -> new RowDifference(table, key.shown(found), column,
            Shown.of(kept, made), Shown.of(made, kept), lastEvent(found, "made")));
      }
      place += 3;
    }
  }

  private void findMissing(Differences differences) throws SQLException {
    var sql = """
      SELECT %s
        FROM made.%s made
       WHERE NOT EXISTS (SELECT 1 FROM main.%2$s kept WHERE %s)
       ORDER BY %1$s
      """.formatted(key.of("made"), table, key.isSame("kept", "made"));
    try (var select = connection.prepareStatement(sql); var rows = select.executeQuery()) {
      while (rows.next()) {
        var missing = key.cells(rows, 1);
        differences.add(() -> new RowDifference(table, key.shown(missing), null, null, "a row",
            lastEvent(missing, "made")));
      }
    }
  }

  /** A row that has a version has the sequence of the last event about it. */
  private @Nullable EventPlace lastEvent(List<Object> cells, String schema)
      throws SQLException {
    var sql = "SELECT %s, %s FROM %s.%s part WHERE (%s) = (%s)".formatted(
        RowOrigin.stream(table, schema), columns.contains("version") ? "version" : "NULL", schema,
        table, key.of("part"), String.join(", ", cells.stream().map(cell -> "?").toList()));
    try (var select = connection.prepareStatement(sql)) {
      for (int index = 0; index < cells.size(); index++) {
        select.setObject(index + 1, cells.get(index));
      }
      try (var row = select.executeQuery()) {
        var stream = row.next() ? row.getString(1) : null;
        if (stream == null) {
          return null;
        }
        long version = row.getLong(2);
        return new EventPlace(stream, row.wasNull() ? Long.MAX_VALUE : version);
      }
    }
  }
}
