package org.fractalgoals.eventstore.append;

import java.sql.SQLException;
import java.util.Optional;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.eventstore.chain.Chain;
import org.fractalgoals.eventstore.chain.ChainedEvent;
import org.fractalgoals.eventstore.sqlite.Database;
import org.fractalgoals.eventstore.sqlite.StatementCache;

/** Writes the table {@code events} on the writer's connection. */
final class EventTable {

  /** The last event of a stream: its place, its business time in microseconds, its fractal. */
  record StreamEnd(long sequence, long effectiveAt, String rootId) {}

  private final StatementCache statements;
  private final Database database;

  EventTable(StatementCache statements, Database database) {
    this.statements = statements;
    this.database = database;
  }

  Optional<StreamEnd> endOf(String stream) throws SQLException {
    var select = statements.get("""
      SELECT sequence, effective_at, root_id FROM events WHERE stream = ?
         ORDER BY sequence DESC LIMIT 1
      """);
    select.setString(1, stream);
    try (var rows = select.executeQuery()) {
      return rows.next()
          ? Optional.of(new StreamEnd(rows.getLong(1), rows.getLong(2), rows.getString(3)))
          : Optional.empty();
    }
  }

  /** Business time of the first event of a stream, in microseconds; the least value if there is none. */
  long beginningOf(String stream) throws SQLException {
    var select = statements.get("""
      SELECT effective_at FROM events WHERE stream = ? AND sequence = 0
      """);
    select.setString(1, stream);
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : Long.MIN_VALUE;
    }
  }

  /**
   * Stores the event after the tip.
   *
   * @return the new tip
   * @throws ConcurrencyException if its place in the stream is taken, or its id was used
   * @throws AggregateStreamCreationException if it was to begin a stream that exists
   */
  Tip insert(EncodedEvent event, long sequence, long recordedAt, long effectiveAt, Tip tip)
      throws SQLException {
    var envelope = event.envelope();
    var origin = envelope.origin();
    var chained = new ChainedEvent(tip.position() + 1, event.eventId(), event.stream(), sequence,
        event.type(), event.revision(), recordedAt, effectiveAt, envelope.rootId(), origin.actor(),
        origin.source().code(), origin.actionId(), event.importId(), envelope.causationId(),
        event.digest());
    var hash = Chain.hash(tip.hash(), chained);
    try {
      insert(chained, hash, event);
    } catch (SQLException e) {
      if (database.isUniqueViolation(e)) {
        throw lostRace(event, sequence);
      }
      throw e;
    }
    return new Tip(chained.position(), hash, recordedAt);
  }

  private void insert(ChainedEvent chained, byte[] hash, EncodedEvent event) throws SQLException {
    var insert = statements.get("""
      INSERT INTO events (position, event_id, stream, sequence, type, revision, recorded_at,
                          effective_at, root_id, actor, source, action_id, import_id, causation_id,
                          digest, hash, salt, metadata, payload, source_row)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """);
    insert.setLong(1, chained.position());
    insert.setString(2, chained.eventId());
    insert.setString(3, chained.stream());
    insert.setLong(4, chained.sequence());
    insert.setString(5, chained.type());
    insert.setInt(6, chained.revision());
    insert.setLong(7, chained.recordedAt());
    insert.setLong(8, chained.effectiveAt());
    insert.setString(9, chained.rootId());
    insert.setString(10, chained.actor());
    insert.setString(11, chained.source());
    insert.setString(12, chained.actionId());
    insert.setString(13, chained.importId());
    insert.setString(14, chained.causationId());
    insert.setBytes(15, chained.digest());
    insert.setBytes(16, hash);
    insert.setBytes(17, event.salt());
    insert.setString(18, event.metadata());
    insert.setString(19, event.payload());
    insert.setString(20, event.sourceRow());
    insert.executeUpdate();
  }

  private static RuntimeException lostRace(EncodedEvent event, long sequence) {
    return sequence == 0
        ? streamExists(event)
        : new ConcurrencyException("%s has an event %d already, or the event id %s was used"
            .formatted(event.stream(), sequence, event.eventId()));
  }

  static AggregateStreamCreationException streamExists(EncodedEvent event) {
    return new AggregateStreamCreationException(
        "%s exists already, or the event id %s was used".formatted(event.stream(),
            event.eventId()));
  }
}
