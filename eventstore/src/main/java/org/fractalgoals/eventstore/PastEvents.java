package org.fractalgoals.eventstore;

import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.eventstore.fault.StoreFault;

/** The events of a part of the history. */
final class PastEvents implements EventReader {

  private final StoredHistory history;
  private final Past past;

  PastEvents(StoredHistory history, Past past) {
    this.history = history;
    this.past = past;
  }

  @Override
  public String storeId() {
    return history.storeId();
  }

  @Override
  public Head head() {
    return history.headAt(past.position()).orElseThrow(
        () -> new StoreFault("The event store has lost event %d.".formatted(past.position())));
  }

  @Override
  public Optional<Head> headAt(long position) {
    return position <= past.position() ? history.headAt(position) : Optional.empty();
  }

  @Override
  public EventBatch readAfter(Head point, int limit) {
    return point.position() < past.position()
        ? history.readAfter(point, past, limit)
        : new EventBatch(List.of(), point);
  }

  @Override
  public void onAppend(Runnable listener) {
    // there is nothing to tell
  }
}
