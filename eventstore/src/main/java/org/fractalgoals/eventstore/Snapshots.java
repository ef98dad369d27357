package org.fractalgoals.eventstore;

import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.eventstore.append.StoreWriter;
import org.fractalgoals.eventstore.codec.EventCodec;

/**
 * The state of an aggregate after some event of its stream. What is stored under another name or revision than the
 * class has now is no snapshot any more.
 */
public final class Snapshots {

  /** A state and the event it follows. */
  public record Snapshot<T>(long sequence, T state) {}

  private final DataSource readers;
  private final StoreWriter writer;
  private final EventCodec codec;

  Snapshots(DataSource readers, StoreWriter writer, EventCodec codec) {
    this.readers = readers;
    this.writer = writer;
    this.codec = codec;
  }

  /**
   * Keeps the state of a stream; the last one wins.
   *
   * @param state its class is annotated with {@link StoredAs}
   */
  public void store(String stream, long sequence, Object state) {
    var name = nameOf(state.getClass());
    var payload = codec.encode(state);
    writer.submit(session -> {
      var upsert = session.statements().get("""
        INSERT INTO snapshot (stream, sequence, type, revision, payload) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (stream) DO UPDATE
           SET sequence = excluded.sequence, type = excluded.type, revision = excluded.revision,
               payload = excluded.payload
        """);
      upsert.setString(1, stream);
      upsert.setLong(2, sequence);
      upsert.setString(3, name.value());
      upsert.setInt(4, name.revision());
      upsert.setString(5, payload);
      return upsert.executeUpdate();
    });
  }

  /** The last state of a stream; empty if there is none in the shape the class has now. */
  public <T> Optional<Snapshot<T>> read(String stream, Class<T> type) {
    var name = nameOf(type);
    try (var connection = readers.getConnection(); var select = connection.prepareStatement("""
      SELECT sequence, payload FROM snapshot WHERE stream = ? AND type = ? AND revision = ?
      """)) {
      select.setString(1, stream);
      select.setString(2, name.value());
      select.setInt(3, name.revision());
      try (var row = select.executeQuery()) {
        return row.next()
          ? Optional.of(new Snapshot<>(row.getLong(1), codec.decode(row.getString(2), type)))
          : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }

  private static StoredAs nameOf(Class<?> type) {
    var name = type.getAnnotation(StoredAs.class);
    if (name == null) {
      throw new IllegalArgumentException(type.getName() + " has no stored name");
    }
    return name;
  }
}
