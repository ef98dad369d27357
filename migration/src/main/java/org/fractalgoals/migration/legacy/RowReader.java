package org.fractalgoals.migration.legacy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.fractalgoals.migration.legacy.LegacyRow.Cell;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table with the storage class of each cell: the declared type says nothing. */
final class RowReader {

  /** What a decoder leaves where bytes made no sense. */
  private static final char REPLACEMENT = '\uFFFD';

  private RowReader() {}

  /** All rows, one after the other, in the order of their rowids. */
  static void forEach(Connection connection, LegacyTable table, Consumer<LegacyRow> row)
      throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(select(table) + order(table))) {
      while (found.next()) {
        row.accept(row(table, found));
      }
    }
  }

  /** A query for the rows whose column has a text, in the order of their rowids. */
  static PreparedStatement byText(Connection connection, LegacyTable table, String column)
      throws SQLException {
    return connection.prepareStatement(
        select(table) + " WHERE " + asText(column) + " = ?" + order(table));
  }

  /** A query for the row with a rowid. */
  static PreparedStatement byRowid(Connection connection, LegacyTable table)
      throws SQLException {
    return connection.prepareStatement(
        select(table) + " WHERE " + Objects.requireNonNull(table.rowidName()) + " = ?");
  }

  /** Makes looking for a text in the column cheap. */
  static void index(Connection connection, LegacyTable table, String column) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE INDEX IF NOT EXISTS %s ON %s (%s)".formatted(
          Identifier.quoted("importing " + table.name() + " " + column),
          Identifier.quoted(table.name()), asText(column)));
    }
  }

  /** The rowids of the rows whose column has a text that an earlier row has. */
  static List<Long> repeated(Connection connection, LegacyTable table, String column)
      throws SQLException {
    var rowid = Objects.requireNonNull(table.rowidName());
    var sql = """
      SELECT place
        FROM (SELECT %s AS place,
                     row_number() OVER (PARTITION BY %s ORDER BY %s) AS number
                FROM %s)
       WHERE number > 1
      """.formatted(rowid, asText(column), rowid, Identifier.quoted(table.name()));
    var rowids = new ArrayList<Long>();
    try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
      while (found.next()) {
        rowids.add(found.getLong(1));
      }
    }
    return rowids;
  }

  static List<LegacyRow> list(PreparedStatement query, LegacyTable table) throws SQLException {
    var rows = new ArrayList<LegacyRow>();
    try (var found = query.executeQuery()) {
      while (found.next()) {
        rows.add(row(table, found));
      }
    }
    return rows;
  }

  /** Columns of numeric affinity turn ids of digits into numbers; their texts are still equal. */
  private static String asText(String column) {
    return "CAST(%s AS TEXT)".formatted(Identifier.quoted(column));
  }

  private static String select(LegacyTable table) {
    var rowid = table.rowidName();
    var cells = table.columns().stream().map(column -> Identifier.quoted(column.name()))
        .map(column -> ", typeof(%s), %s".formatted(column, column))
        .collect(Collectors.joining());
    return "SELECT " + (rowid == null ? "NULL" : rowid) + cells + " FROM "
        + Identifier.quoted(table.name());
  }

  private static String order(LegacyTable table) {
    return table.rowidName() == null ? "" : " ORDER BY " + table.rowidName();
  }

  private static LegacyRow row(LegacyTable table, ResultSet found) throws SQLException {
    var cells = new ArrayList<Cell>();
    for (int place = 0; place < table.columns().size(); place++) {
      cells.add(new Cell(table.columns().get(place).name(), value(found, 2 + 2 * place)));
    }
    var key = table.keyPlaces().stream().map(place -> cells.get(place).value()).toList();
    return new LegacyRow(table.name(), rowid(table, found), key, cells);
  }

  private static @Nullable Long rowid(LegacyTable table, ResultSet found) throws SQLException {
    return table.rowidName() == null ? null : found.getLong(1);
  }

  private static CellValue value(ResultSet found, int column) throws SQLException {
    var storage = found.getString(column);
    return switch (storage) {
      case "null" -> new CellValue.Null();
      case "integer" -> new CellValue.Int(found.getLong(column + 1));
      case "real" -> new CellValue.Real(found.getDouble(column + 1));
      case "text" -> text(found, column + 1);
      case "blob" -> new CellValue.Blob(hex(found.getBytes(column + 1)));
      default -> throw new IllegalStateException("SQLite has no storage class " + storage);
    };
  }

  private static CellValue text(ResultSet found, int column) throws SQLException {
    var text = found.getString(column);
    if (text.indexOf(REPLACEMENT) >= 0) {
      var bytes = found.getBytes(column);
      if (!Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
        return new CellValue.BrokenText(text, hex(bytes));
      }
    }
    return new CellValue.Text(text);
  }

  /** The driver gives null for no bytes at all. */
  private static String hex(byte @Nullable [] bytes) {
    return bytes == null ? "" : HexFormat.of().formatHex(bytes);
  }
}
