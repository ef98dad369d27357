package org.fractalgoals.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.eventstore.append.StoreWriter;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.fault.StoreFault;

/**
 * The state of an aggregate after some event of its stream. What is stored under another name or revision than the
 * class has now is no snapshot any more.
 */
public final class Snapshots {

  /** A state and the event it follows. */
  public record Snapshot(long sequence, Object state) {}

  private final DataSource readers;
  private final StoreWriter writer;
  private final EventCodec codec;
  private final Map<Class<?>, StoredAs> names;

  /**
   * @param states the classes of states, each annotated with {@link StoredAs}
   */
  Snapshots(DataSource readers, StoreWriter writer, EventCodec codec, List<Class<?>> states) {
    this.readers = readers;
    this.writer = writer;
    this.codec = codec;
    this.names = states.stream().collect(Collectors.toUnmodifiableMap(Function.identity(),
        state -> Objects.requireNonNull(state.getAnnotation(StoredAs.class),
            () -> state.getName() + " has no stored name")));
  }

  /** Keeps the state of a stream in place of an earlier one; not if something of the stream was purged since. */
  public void store(String stream, Snapshot snapshot) {
    var name = names.get(snapshot.state().getClass());
    if (name == null) {
      throw new IllegalArgumentException("no snapshots are taken of " + snapshot.state());
    }
    var payload = codec.encode(snapshot.state());
    writer.submit(session -> {
      var upsert = session.statements().get("""
        INSERT INTO snapshot (stream, sequence, type, revision, payload)
        SELECT ?1, ?2, ?3, ?4, ?5
         WHERE NOT EXISTS (
                 SELECT 1 FROM events
                  WHERE stream = ?1 AND sequence > ?2 AND type = 'thing.purged')
        ON CONFLICT (stream) DO UPDATE
           SET sequence = excluded.sequence, type = excluded.type, revision = excluded.revision,
               payload = excluded.payload
        """);
      upsert.setString(1, stream);
      upsert.setLong(2, snapshot.sequence());
      upsert.setString(3, name.value());
      upsert.setInt(4, name.revision());
      upsert.setString(5, payload);
      return upsert.executeUpdate();
    });
  }

  /** The last state of a stream; empty if there is none in a shape this program knows. */
  public Optional<Snapshot> read(String stream) {
    try (var connection = readers.getConnection(); var select = connection.prepareStatement("""
      SELECT type, revision, sequence, payload FROM snapshot WHERE stream = ?
      """)) {
      select.setString(1, stream);
      try (var row = select.executeQuery()) {
        return row.next() ? snapshot(row) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }

  private Optional<Snapshot> snapshot(ResultSet row) throws SQLException {
    var type = row.getString(1);
    var revision = row.getInt(2);
    var sequence = row.getLong(3);
    var payload = row.getString(4);
    return names.entrySet().stream()
        .filter(name -> name.getValue().value().equals(type)
            && name.getValue().revision() == revision)
        .findFirst().map(name -> new Snapshot(sequence, codec.decode(payload, name.getKey())));
  }
}
