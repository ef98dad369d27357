package org.fractalgoals.eventstore;

import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;

/** The history of a store as it was when a point was its head. Nothing is ever appended to it. */
final class EventsUpTo implements EventReader {

  private final StoredEvents events;
  private final String storeId;
  private final Head end;

  EventsUpTo(StoredEvents events, String storeId, Head end) {
    this.events = events;
    this.storeId = storeId;
    this.end = end;
  }

  @Override
  public String storeId() {
    return storeId;
  }

  @Override
  public Head head() {
    return end;
  }

  @Override
  public Optional<Head> headAt(long position) {
    return position <= end.position() ? events.headAt(position) : Optional.empty();
  }

  /** Positions have no gaps: so many events never reach beyond the end. */
  @Override
  public EventBatch readAfter(Head point, int limit) {
    long rest = Math.min(limit, end.position() - point.position());
    return rest <= 0 ? new EventBatch(List.of(), point) : events.readAfter(point, (int) rest);
  }

  @Override
  public void onAppend(Runnable listener) {
    // there is nothing to tell
  }
}
