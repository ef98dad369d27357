package org.fractalgoals.eventstore.append;

import java.sql.SQLException;
import java.util.HexFormat;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.chain.Chain;
import org.fractalgoals.eventstore.sqlite.StatementCache;

/**
 * The end of the chain: what the next event continues.
 *
 * @param position position of the last event; 0 before the first
 * @param hash its chain hash, 32 bytes; not to be changed
 * @param recordedAt when it was recorded, in microseconds; the least value before the first
 */
record Tip(long position, byte[] hash, long recordedAt) {

  static Tip read(StatementCache statements, String storeId) throws SQLException {
    var select = statements.get("""
      SELECT position, hash, recorded_at FROM events ORDER BY position DESC LIMIT 1
      """);
    try (var rows = select.executeQuery()) {
      return rows.next()
          ? new Tip(rows.getLong(1), rows.getBytes(2), rows.getLong(3))
          : new Tip(0, Chain.start(storeId), Long.MIN_VALUE);
    }
  }

  Head head() {
    return new Head(position, HexFormat.of().formatHex(hash));
  }
}
