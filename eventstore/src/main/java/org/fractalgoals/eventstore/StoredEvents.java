package org.fractalgoals.eventstore;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.eventstore.chain.Chain;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.Micros;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.tombstone.Purges;

/** Reads the table {@code events}, each question on the last committed state. */
final class StoredEvents {

  /** One question to the database. */
  @FunctionalInterface
  interface Query<T> {
    T ask(PreparedStatement select) throws SQLException;
  }

  private final DataSource readers;
  private final EventCodec codec;
  private final String storeId;

  StoredEvents(DataSource readers, EventCodec codec, String storeId) {
    this.readers = readers;
    this.codec = codec;
    this.storeId = storeId;
  }

  Head head() {
    return ask("""
      SELECT position, hash FROM events ORDER BY position DESC LIMIT 1
      """, select -> heads(select).stream().findFirst()).orElseGet(this::start);
  }

  Optional<Head> headAt(long position) {
    if (position == 0) {
      return Optional.of(start());
    }
    return ask("SELECT position, hash FROM events WHERE position = ?", select -> {
      select.setLong(1, position);
      return heads(select).stream().findFirst();
    });
  }

  private Head start() {
    return new Head(0, HexFormat.of().formatHex(Chain.start(storeId)));
  }

  private static List<Head> heads(PreparedStatement select) throws SQLException {
    var heads = new ArrayList<Head>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        heads.add(new Head(rows.getLong(1), HexFormat.of().formatHex(rows.getBytes(2))));
      }
    }
    return heads;
  }

  /** Of what was purged only that it is missing is told, from where it began. */
  EventBatch readAfter(Head point, int limit) {
    return ask(
        """
          SELECT position, event_id, type, revision, sequence, root_id, action_id, effective_at, metadata,
                 payload, hash, purged_by
            FROM events
           WHERE position > ?
           ORDER BY position
           LIMIT ?
          """,
        select -> {
          select.setLong(1, point.position());
          select.setInt(2, limit);
          return batch(point, select);
        });
  }

  /** The batch that a statement gives with the columns of {@link #readAfter}. */
  EventBatch batch(Head point, PreparedStatement select) throws SQLException {
    var events = new ArrayList<RecordedEvent>();
    var purges = new Purges(select.getConnection(), codec);
    var last = point;
    var hash = new byte[0];
    var position = point.position();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        position = rows.getLong(1);
        hash = rows.getBytes(11);
        var payload = rows.getString(10);
        if (payload == null) {
          for (var standIn : purges.standIns(position, rows.getLong(12))) {
            events.add(recorded(rows, codec.nameOf(standIn).value(), List.of(), standIn));
          }
        } else {
          events.add(recorded(rows, payload));
        }
      }
    }
    if (position > point.position()) {
      last = new Head(position, HexFormat.of().formatHex(hash));
    }
    return new EventBatch(events, last);
  }

  private RecordedEvent recorded(ResultSet row, String payload) throws SQLException {
    var position = row.getLong(1);
    var type = row.getString(3);
    return recorded(row, type, EventCodec.flagsIn(codec.decodeMetadata(row.getString(9))),
        codec.decode(position, type, row.getInt(4), payload));
  }

  private static RecordedEvent recorded(ResultSet row, String type, List<String> flags,
      DomainEvent payload) throws SQLException {
    return new RecordedEvent(row.getLong(1), row.getString(2), type, row.getLong(5),
        row.getString(6), row.getString(7), Micros.toInstant(row.getLong(8)), flags, payload);
  }

  /** A stream from a sequence on. That a part of it was purged is no event of an aggregate. */
  LoadedStream load(String stream, long firstSequence) {
    return ask(
        """
          SELECT position, event_id, stream, sequence, type, revision, recorded_at, root_id, actor, source,
                 action_id, metadata, payload
            FROM events
           WHERE stream = ? AND sequence >= ?
           ORDER BY sequence
          """,
        select -> {
          select.setString(1, stream);
          select.setLong(2, firstSequence);
          return loaded(select);
        });
  }

  private LoadedStream loaded(PreparedStatement select) throws SQLException {
    var events = new ArrayList<StreamEvent>();
    long end = -1;
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        end = rows.getLong(4);
        if (rows.getString(13) != null) {
          var event = streamEvent(rows);
          if (!(event.payload() instanceof PurgeEvent)) {
            events.add(event);
          }
        }
      }
    }
    return new LoadedStream(events, end);
  }

  /** The events after a position, whatever their stream. */
  List<StreamEvent> after(long position, int limit) {
    return ask(
        """
          SELECT position, event_id, stream, sequence, type, revision, recorded_at, root_id, actor, source,
                 action_id, metadata, payload
            FROM events
           WHERE position > ? AND payload IS NOT NULL
           ORDER BY position
           LIMIT ?
          """,
        select -> {
          select.setLong(1, position);
          select.setInt(2, limit);
          return streamEvents(select);
        });
  }

  private List<StreamEvent> streamEvents(PreparedStatement select) throws SQLException {
    var events = new ArrayList<StreamEvent>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        events.add(streamEvent(rows));
      }
    }
    return events;
  }

  private StreamEvent streamEvent(ResultSet row) throws SQLException {
    var position = row.getLong(1);
    var type = row.getString(5);
    Map<String, Object> metadata = codec.decodeMetadata(row.getString(12));
    return new StreamEvent(position, row.getString(2), row.getString(3), row.getLong(4), type,
        Micros.toInstant(row.getLong(7)), row.getString(8), row.getString(9), row.getString(10),
        row.getString(11), metadata,
        codec.decode(position, type, row.getInt(6), row.getString(13)));
  }

  Optional<Long> lastSequenceOf(String stream) {
    return ask("""
      SELECT sequence FROM events WHERE stream = ? ORDER BY sequence DESC LIMIT 1
      """, select -> {
      select.setString(1, stream);
      return first(select);
    });
  }

  /** The last event of a fractal that is not after a position; 0 if there is none. */
  long lastPositionOf(String rootId, long position) {
    return ask("""
      SELECT position FROM events WHERE root_id = ? AND position <= ? ORDER BY position DESC LIMIT 1
      """, select -> {
      select.setString(1, rootId);
      select.setLong(2, position);
      return first(select);
    }).orElse(0L);
  }

  /** The last event of a stream that is neither after a place in the stream nor after a position. */
  Optional<EventMention> lastOf(String stream, long sequence, long position) {
    return ask("""
      SELECT position, type, recorded_at, event_id
        FROM events
       WHERE stream = ? AND sequence <= ? AND position <= ?
       ORDER BY sequence DESC
       LIMIT 1
      """, select -> {
      select.setString(1, stream);
      select.setLong(2, sequence);
      select.setLong(3, position);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new EventMention(row.getLong(1), row.getString(2),
                Micros.toInstant(row.getLong(3)), row.getString(4)))
            : Optional.empty();
      }
    });
  }

  /** Position of the last event recorded before the instant. */
  Optional<Long> lastBefore(Instant instant) {
    return ask("""
      SELECT position FROM events WHERE recorded_at < ? ORDER BY position DESC LIMIT 1
      """, select -> {
      select.setLong(1, Micros.of(instant));
      return first(select);
    });
  }

  private static Optional<Long> first(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }
  }

  /**
   * Asks a question of one statement.
   *
   * @throws StoreFault if it cannot be read
   */
  <T> T ask(String sql, Query<T> query) {
    try (var connection = readers.getConnection();
        var select = connection.prepareStatement(sql)) {
      return query.ask(select);
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }
}
