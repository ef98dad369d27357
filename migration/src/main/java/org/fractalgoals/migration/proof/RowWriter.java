package org.fractalgoals.migration.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.fractalgoals.migration.legacy.LegacyRow;

/** Inserts rows with their rowids, each cell with its storage class. */
final class RowWriter implements AutoCloseable {

  private final Connection connection;

  /** By table: its rows hardly ever differ in their shape. */
  private final Map<String, RowInsert> inserts = new HashMap<>();

  private long rows;

  RowWriter(Connection connection) {
    this.connection = connection;
  }

  /** How many rows were written. */
  long rows() {
    return rows;
  }

  void write(LegacyRow row) throws SQLException {
    var insert = inserts.get(row.table());
    if (insert == null || !insert.fits(row)) {
      if (insert != null) {
        insert.close();
      }
      insert = RowInsert.of(connection, row);
      inserts.put(row.table(), insert);
    }
    insert.execute(row);
    rows++;
  }

  @Override
  public void close() throws SQLException {
    for (var insert : inserts.values()) {
      insert.close();
    }
  }
}
