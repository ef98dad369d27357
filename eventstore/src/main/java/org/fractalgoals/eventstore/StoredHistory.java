package org.fractalgoals.eventstore;

import java.util.Optional;

import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.domain.event.Until;
import org.fractalgoals.eventstore.codec.Micros;
import org.jspecify.annotations.Nullable;

/** Reads parts of the table {@code events}. Of what was purged only that it is missing is told. */
final class StoredHistory implements EventHistory {

  /** From the index alone: it has the positions, too. */
  private static final String SIZE_OF_FRACTAL = """
    SELECT count(*), max(position), max(effective_at)
      FROM events INDEXED BY events_root_effective
     WHERE root_id = ? AND effective_at <= ? AND position <= ?
    """;

  private static final String SIZE_OF_ALL = """
    SELECT count(*), max(position), max(effective_at)
      FROM events INDEXED BY events_root_effective
     WHERE root_id <> ? AND effective_at <= ? AND position <= ?
    """;

  /** The plus keeps SQLite from looking them up by time, and sorting them. */
  private static final String EVENTS_OF_FRACTAL = """
    SELECT position, event_id, type, revision, sequence, root_id, action_id, effective_at, metadata,
           payload, hash, purged_by
      FROM events
     WHERE root_id = ? AND position > ? AND position <= ? AND +effective_at <= ?
     ORDER BY position
     LIMIT ?
    """;

  private static final String EVENTS_OF_ALL = """
    SELECT position, event_id, type, revision, sequence, root_id, action_id, effective_at, metadata,
           payload, hash, purged_by
      FROM events
     WHERE root_id <> ? AND position > ? AND position <= ? AND effective_at <= ?
     ORDER BY position
     LIMIT ?
    """;

  private final StoredEvents events;
  private final String storeId;

  StoredHistory(StoredEvents events, String storeId) {
    this.events = events;
    this.storeId = storeId;
  }

  @Override
  public Past upTo(@Nullable String rootId, Until until) {
    return switch (until) {
      case Until.Moment(var time) -> past(rootId, Micros.of(time), Long.MAX_VALUE);
      case Until.Position(var position) -> past(rootId, Long.MAX_VALUE, position);
    };
  }

  private Past past(@Nullable String rootId, long lastTime, long lastPosition) {
    return events.ask(rootId == null ? SIZE_OF_ALL : SIZE_OF_FRACTAL, select -> {
      select.setString(1, rootId == null ? Envelope.SYSTEM_ROOT : rootId);
      select.setLong(2, lastTime);
      select.setLong(3, lastPosition);
      try (var row = select.executeQuery()) {
        var count = row.getLong(1);
        return count == 0
            ? Past.NOTHING
            : new Past(rootId, row.getLong(2), Micros.toInstant(row.getLong(3)), count);
      }
    });
  }

  @Override
  public EventReader reader(Past past) {
    return new PastEvents(this, past);
  }

  String storeId() {
    return storeId;
  }

  Optional<Head> headAt(long position) {
    return events.headAt(position);
  }

  EventBatch readAfter(Head point, Past past, int limit) {
    var rootId = past.rootId();
    return events.ask(rootId == null ? EVENTS_OF_ALL : EVENTS_OF_FRACTAL, select -> {
      select.setString(1, rootId == null ? Envelope.SYSTEM_ROOT : rootId);
      select.setLong(2, point.position());
      select.setLong(3, past.position());
      select.setLong(4, Micros.of(past.time()));
      select.setInt(5, limit);
      return events.batch(point, select);
    });
  }
}
