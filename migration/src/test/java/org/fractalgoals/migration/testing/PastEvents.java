package org.fractalgoals.migration.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.RecordedEvent;

/** Events as a store hands them out, each a second after the one before. */
public final class PastEvents implements Iterable<RecordedEvent> {

  private static final Instant START = Instant.parse("2026-03-04T05:06:00.000007Z");

  private final String rootId;
  private final List<RecordedEvent> events = new ArrayList<>();

  /** Of one fractal. */
  public PastEvents(String rootId) {
    this.rootId = rootId;
  }

  /** The time of the next event. */
  public Instant now() {
    return START.plusSeconds(events.size());
  }

  public PastEvents add(DomainEvent event) {
    var position = events.size() + 1L;
    events.add(new RecordedEvent(position, "e-" + position, "", position, rootId, "a-" + position,
        now(), List.of(), event));
    return this;
  }

  @Override
  public Iterator<RecordedEvent> iterator() {
    return events.iterator();
  }
}
