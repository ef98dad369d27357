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

/** Reads the rows of one table with the storage class of each cell: the declared type says nothing. */
final class RowReader {

  /** What a decoder leaves where bytes made no sense. */
  private static final char REPLACEMENT = '\uFFFD';

  private final Connection connection;
  private final LegacyTable table;
  private final @Nullable String rowidName;
  private final List<Integer> keyPlaces;

  RowReader(Connection connection, LegacyTable table) {
    this.connection = connection;
    this.table = table;
    this.rowidName = table.rowidName();
    this.keyPlaces = table.keyPlaces();
  }

  /** All rows, one after the other, in the order of their rowids. */
  void forEach(Consumer<LegacyRow> row) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(select() + order())) {
      while (found.next()) {
        row.accept(row(found));
      }
    }
  }

  /** A query for the rows whose column has a text, in the order of their rowids. */
  PreparedStatement byText(String column) throws SQLException {
    return connection.prepareStatement(
        select() + " WHERE " + asText(column) + " = ?" + order());
  }

  /** A query for the row with a rowid. */
  PreparedStatement byRowid() throws SQLException {
    return connection.prepareStatement(
        select() + " WHERE " + Objects.requireNonNull(rowidName) + " = ?");
  }

  /** Makes looking for a text in the column cheap. */
  void index(String column) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE INDEX IF NOT EXISTS %s ON %s (%s)".formatted(
          Identifier.quoted("importing " + table.name() + " " + column),
          Identifier.quoted(table.name()), asText(column)));
    }
  }

  /** The rowids of the rows whose column has a text that an earlier row has. */
  List<Long> repeated(String column) throws SQLException {
    var rowid = Objects.requireNonNull(rowidName);
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

  List<LegacyRow> list(PreparedStatement query) throws SQLException {
    var rows = new ArrayList<LegacyRow>();
    try (var found = query.executeQuery()) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  /** Columns of numeric affinity turn ids of digits into numbers; their texts are still equal. */
  private static String asText(String column) {
    return "CAST(%s AS TEXT)".formatted(Identifier.quoted(column));
  }

  private String select() {
    var cells = table.columns().stream().map(column -> Identifier.quoted(column.name()))
        .map(", "::concat).collect(Collectors.joining());
    return "SELECT " + (rowidName == null ? "NULL" : rowidName) + cells + " FROM "
        + Identifier.quoted(table.name());
  }

  private String order() {
    return rowidName == null ? "" : " ORDER BY " + rowidName;
  }

  private LegacyRow row(ResultSet found) throws SQLException {
    var columns = table.columns();
    var cells = new ArrayList<Cell>(columns.size());
    for (int place = 0; place < columns.size(); place++) {
      cells.add(new Cell(columns.get(place).name(), value(found, 2 + place)));
    }
    var key = keyPlaces.stream().map(place -> cells.get(place).value()).toList();
    return new LegacyRow(table.name(), rowidName == null ? null : found.getLong(1), key, cells);
  }

  /** The driver makes of each storage class a class of its own. */
  private static CellValue value(ResultSet found, int column) throws SQLException {
    return switch (found.getObject(column)) {
      case null -> new CellValue.Null();
      case Integer number -> new CellValue.Int(number);
      case Long number -> new CellValue.Int(number);
      case Double number -> new CellValue.Real(number);
      case String text -> text(text, found, column);
      case byte[] bytes -> new CellValue.Blob(hex(bytes));
      case Object other ->
        throw new IllegalStateException("SQLite has no storage class of a " + other.getClass());
    };
  }

  private static CellValue text(String text, ResultSet found, int column) throws SQLException {
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
