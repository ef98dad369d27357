package org.fractalgoals.eventstore.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.fractalgoals.domain.event.StoredAs;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/** Folds the events of each stream that has a snapshot, and compares what would be stored of the state. */
final class SnapshotCheck {

  /** The one state that snapshots are taken of. */
  private static final StoredAs STATE = Objects
      .requireNonNull(SessionState.class.getAnnotation(StoredAs.class));

  private final Connection connection;
  private final EventCodec codec;

  SnapshotCheck(Connection connection, EventCodec codec) {
    this.connection = connection;
    this.codec = codec;
  }

  Deviations compare(int most) throws SQLException {
    var deviations = new Deviations.Collector(most);
    long compared = 0;
    try (var select = connection.prepareStatement("""
      SELECT stream, sequence, payload FROM snapshot WHERE type = ? AND revision = ? ORDER BY stream
      """)) {
      select.setString(1, STATE.value());
      select.setInt(2, STATE.revision());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var what = "%s after event %d of its stream".formatted(rows.getString(1),
              rows.getLong(2));
          var kept = rows.getString(3);
          var folded = folded(rows.getString(1), rows.getLong(2));
          if (!kept.equals(folded)) {
            deviations.add(() -> new Deviation(what, kept, folded));
          }
          compared++;
        }
      }
    }
    return deviations.after(compared);
  }

  /** The state as it would be stored; null if the stream has no event at that place. */
  private @Nullable String folded(String stream, long sequence) throws SQLException {
    @Nullable SessionState state = null;
    long last = -1;
    try (var select = connection.prepareStatement("""
      SELECT position, sequence, type, revision, payload
        FROM events
       WHERE stream = ? AND sequence <= ?
       ORDER BY sequence
      """)) {
      select.setString(1, stream);
      select.setLong(2, sequence);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          last = rows.getLong(2);
          state = after(state, rows);
        }
      }
    }
    return state == null || last < sequence ? null : codec.encode(state);
  }

  /** What was purged is no part of the state, nor is that it was. */
  private @Nullable SessionState after(@Nullable SessionState state, ResultSet row)
      throws SQLException {
    var payload = row.getString(5);
    if (payload == null) {
      return state;
    }
    var event = codec.decode(row.getLong(1), row.getString(3), row.getInt(4), payload);
    return event instanceof PurgeEvent ? state : SessionState.after(state, event);
  }
}
