package org.fractalgoals.eventstore.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.fractalgoals.domain.event.Head;
import org.jspecify.annotations.Nullable;

/** Walks the chain of a store from its start and stops at the first event that does not fit. */
public final class ChainCheck {

  /**
   * What the walk came to.
   *
   * @param head the last point up to which everything fits
   * @param fault what does not fit after it; null if all of it fits
   */
  public record Result(Head head, @Nullable String fault) {

    public boolean isIntact() {
      return fault == null;
    }
  }

  private final Connection connection;

  public ChainCheck(Connection connection) {
    this.connection = connection;
  }

  /**
   * Walks from the first event to the last. Columns are asked for by place: the driver looks names up each time.
   *
   * @param reached is told of each position up to which everything fits
   */
  public Result walk(String storeId, LongConsumer reached) throws SQLException {
    var previous = Chain.start(storeId);
    var position = 0L;
    try (
        var select = connection.prepareStatement(
            """
              SELECT position, event_id, stream, sequence, type, revision, recorded_at, effective_at, root_id,
                     actor, source, action_id, import_id, causation_id, digest, hash, salt, payload, metadata,
                     source_row
                FROM events
               ORDER BY position
              """);
        var rows = select.executeQuery()) {
      while (rows.next()) {
        var fault = faultOf(rows, position, previous);
        if (fault.isPresent()) {
          return new Result(head(position, previous), fault.get());
        }
        position = rows.getLong(1);
        previous = rows.getBytes(16);
        reached.accept(position);
      }
    }
    return new Result(head(position, previous), cutTail(position).orElse(null));
  }

  private static Head head(long position, byte[] hash) {
    return new Head(position, HexFormat.of().formatHex(hash));
  }

  private static Optional<String> faultOf(ResultSet row, long before, byte[] previous)
      throws SQLException {
    var position = row.getLong(1);
    if (position != before + 1) {
      return Optional.of("event %d is missing".formatted(before + 1));
    }
    if (!Arrays.equals(digestOf(row), row.getBytes(15))) {
      return Optional.of("the content of event %d (%s) was altered".formatted(position,
          row.getString(5)));
    }
    if (!Arrays.equals(Chain.hash(previous, chained(row)), row.getBytes(16))) {
      return Optional.of("event %d (%s) was altered, inserted or moved".formatted(position,
          row.getString(5)));
    }
    return Optional.empty();
  }

  private static byte[] digestOf(ResultSet row) throws SQLException {
    var salt = row.getBytes(17);
    return salt == null
        ? new byte[0]
        : Chain.digest(salt, row.getString(18), row.getString(19),
            row.getString(20));
  }

  private static ChainedEvent chained(ResultSet row) throws SQLException {
    return new ChainedEvent(row.getLong(1), row.getString(2),
        row.getString(3), row.getLong(4), row.getString(5),
        row.getInt(6), row.getLong(7), row.getLong(8),
        row.getString(9), row.getString(10), row.getString(11),
        row.getString(12), row.getString(13), row.getString(14),
        row.getBytes(15));
  }

  /** SQLite remembers the last position it gave: what is cut off at the end is missed. */
  private Optional<String> cutTail(long last) throws SQLException {
    try (var select = connection
        .prepareStatement("SELECT seq FROM sqlite_sequence WHERE name = 'events'");
        var row = select.executeQuery()) {
      return row.next() && row.getLong(1) > last
          ? Optional.of("the events from %d to %d are missing".formatted(last + 1, row.getLong(1)))
          : Optional.empty();
    }
  }
}
