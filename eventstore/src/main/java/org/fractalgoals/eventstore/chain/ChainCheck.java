package org.fractalgoals.eventstore.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

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

  public Result walk(String storeId) throws SQLException {
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
        position = rows.getLong("position");
        previous = rows.getBytes("hash");
      }
    }
    return new Result(head(position, previous), cutTail(position).orElse(null));
  }

  private static Head head(long position, byte[] hash) {
    return new Head(position, HexFormat.of().formatHex(hash));
  }

  private static Optional<String> faultOf(ResultSet row, long before, byte[] previous)
      throws SQLException {
    var position = row.getLong("position");
    if (position != before + 1) {
      return Optional.of("event %d is missing".formatted(before + 1));
    }
    if (!Arrays.equals(digestOf(row), row.getBytes("digest"))) {
      return Optional.of("the content of event %d (%s) was altered".formatted(position,
          row.getString("type")));
    }
    if (!Arrays.equals(Chain.hash(previous, chained(row)), row.getBytes("hash"))) {
      return Optional.of("event %d (%s) was altered, inserted or moved".formatted(position,
          row.getString("type")));
    }
    return Optional.empty();
  }

  private static byte[] digestOf(ResultSet row) throws SQLException {
    var salt = row.getBytes("salt");
    return salt == null
        ? new byte[0]
        : Chain.digest(salt, row.getString("payload"), row.getString("metadata"),
            row.getString("source_row"));
  }

  private static ChainedEvent chained(ResultSet row) throws SQLException {
    return new ChainedEvent(row.getLong("position"), row.getString("event_id"),
        row.getString("stream"), row.getLong("sequence"), row.getString("type"),
        row.getInt("revision"), row.getLong("recorded_at"), row.getLong("effective_at"),
        row.getString("root_id"), row.getString("actor"), row.getString("source"),
        row.getString("action_id"), row.getString("import_id"), row.getString("causation_id"),
        row.getBytes("digest"));
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
