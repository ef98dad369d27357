package org.fractalgoals.eventstore.chain;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.purge.Positions;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.tombstone.Purges;
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
  private final Purges purges;

  public ChainCheck(Connection connection, EventCodec codec) {
    this.connection = connection;
    this.purges = new Purges(connection, codec);
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
                     source_row, purged_by
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

  private Optional<String> faultOf(ResultSet row, long before, byte[] previous)
      throws SQLException {
    var position = row.getLong(1);
    if (position != before + 1) {
      return Optional.of("event %d is missing".formatted(before + 1));
    }
    var purgedBy = row.getLong(21);
    var content = row.wasNull() ? faultOfContent(row) : faultOfPurged(row, purgedBy);
    if (content.isPresent()) {
      return content;
    }
    if (!Arrays.equals(Chain.hash(previous, chained(row)), row.getBytes(16))) {
      return Optional.of("event %d (%s) was altered, inserted or moved".formatted(position,
          row.getString(5)));
    }
    return faultOfPurge(row);
  }

  /** What a purge has emptied stays so. */
  private Optional<String> faultOfPurge(ResultSet row) throws SQLException {
    if (!row.getString(5).equals(ThingPurged.TYPE)) {
      return Optional.empty();
    }
    var position = row.getLong(1);
    var named = purges.at(position).map(ThingPurged::named).orElse(Positions.NONE);
    try (var select = connection.prepareStatement(
        "SELECT min(position) FROM events WHERE position BETWEEN ? AND ? AND purged_by IS NOT ?")) {
      for (var run : named.runs()) {
        select.setLong(1, run.first());
        select.setLong(2, run.last());
        select.setLong(3, position);
        try (var least = select.executeQuery()) {
          if (least.getLong(1) > 0) {
            return Optional.of("event %d was purged by event %d, and its content is there again"
                .formatted(least.getLong(1), position));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> faultOfContent(ResultSet row) throws SQLException {
    var salt = row.getBytes(17);
    var digest = salt == null
        ? new byte[0]
        : Chain.digest(salt, row.getString(18), row.getString(19), row.getString(20));
    return Arrays.equals(digest, row.getBytes(15))
        ? Optional.empty()
        : Optional.of("the content of event %d (%s) was altered".formatted(row.getLong(1),
            row.getString(5)));
  }

  /** What is not there any more must be named by a later event, which the walk comes to. */
  private Optional<String> faultOfPurged(ResultSet row, long purgedBy) throws SQLException {
    var position = row.getLong(1);
    if (purgedBy <= position
        || purges.at(purgedBy).filter(purge -> purge.names(position)).isEmpty()) {
      return Optional.of("the content of event %d (%s) is gone, and no purge says so"
          .formatted(position, row.getString(5)));
    }
    for (int column = 17; column <= 20; column++) {
      if (row.getObject(column) != null) {
        return Optional.of("event %d (%s) was purged, and some of its content is there"
            .formatted(position, row.getString(5)));
      }
    }
    return Optional.empty();
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
