package org.fractalgoals.migration.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.Identifier;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacyRow.Cell;
import org.fractalgoals.migration.legacy.LegacyTable;

/** A statement that inserts rows of one shape: the same table, columns and broken texts. */
final class RowInsert implements AutoCloseable {

  private record Slot(String column, boolean isBrokenText) {

    static Slot of(Cell cell) {
      return new Slot(cell.column(), cell.value() instanceof CellValue.BrokenText);
    }

    boolean fits(Cell cell) {
      return column.equals(cell.column())
          && isBrokenText == cell.value() instanceof CellValue.BrokenText;
    }

    /** Text that is no text can only be given as bytes. */
    String parameter() {
      return isBrokenText ? "CAST(? AS TEXT)" : "?";
    }
  }

  private final List<Slot> slots;
  private final boolean hasRowid;
  private final PreparedStatement statement;

  private RowInsert(List<Slot> slots, boolean hasRowid, PreparedStatement statement) {
    this.slots = slots;
    this.hasRowid = hasRowid;
    this.statement = statement;
  }

  static RowInsert of(Connection connection, LegacyRow row) throws SQLException {
    var slots = row.cells().stream().map(Slot::of).toList();
    var columns = new ArrayList<String>();
    var parameters = new ArrayList<String>();
    if (row.rowid() != null) {
      columns.add(rowidName(slots));
      parameters.add("?");
    }
    for (var slot : slots) {
      columns.add(Identifier.quoted(slot.column()));
      parameters.add(slot.parameter());
    }
    return new RowInsert(slots, row.rowid() != null,
        connection.prepareStatement("INSERT INTO %s (%s) VALUES (%s)".formatted(
            Identifier.quoted(row.table()), String.join(", ", columns),
            String.join(", ", parameters))));
  }

  private static String rowidName(List<Slot> slots) throws SQLException {
    var name = LegacyTable.rowidName(slots.stream().map(Slot::column).toList());
    if (name == null) {
      throw new SQLException("a row has a rowid that cannot be named");
    }
    return name;
  }

  boolean fits(LegacyRow row) {
    var cells = row.cells();
    if (cells.size() != slots.size() || hasRowid != (row.rowid() != null)) {
      return false;
    }
    for (int place = 0; place < cells.size(); place++) {
      if (!slots.get(place).fits(cells.get(place))) {
        return false;
      }
    }
    return true;
  }

  void execute(LegacyRow row) throws SQLException {
    int parameter = 1;
    if (row.rowid() != null) {
      statement.setLong(parameter++, row.rowid());
    }
    for (var cell : row.cells()) {
      bind(parameter++, cell.value());
    }
    statement.executeUpdate();
  }

  private void bind(int parameter, CellValue value) throws SQLException {
    switch (value) {
      case CellValue.Null none -> statement.setNull(parameter, Types.NULL);
      case CellValue.Int(var number) -> statement.setLong(parameter, number);
      case CellValue.Real(var number) -> statement.setDouble(parameter, number);
      case CellValue.Text(var text) -> statement.setString(parameter, text);
      case CellValue.BrokenText broken -> statement.setBytes(parameter, bytes(broken.hex()));
      case CellValue.Blob(var hex) -> statement.setBytes(parameter, bytes(hex));
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
