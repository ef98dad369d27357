package org.fractalgoals.bench;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;

/** Appends what happened, a thousand events at a time. */
final class GeneratedStore {

  private static final int BATCH = 1_000;

  private final EventAppender appender;
  private final Invention invention;
  private final List<NewEvent> waiting = new ArrayList<>();
  private long events;

  GeneratedStore(EventAppender appender, Invention invention) {
    this.appender = appender;
    this.invention = invention;
  }

  /** How many events there are. */
  long events() {
    return events;
  }

  /** What somebody did at once. */
  void append(String rootId, List<? extends DomainEvent> happened) {
    var envelope = Envelope.live(rootId, new Origin("bench", Source.API, invention.id()));
    for (var event : happened) {
      waiting.add(new NewEvent(invention.id(), NewEvent.NEXT, event, envelope));
      events++;
    }
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  /** Rules are judged by how things are at the end of an append: what happened before must not be in the same one. */
  void delete(String rootId, DomainEvent deletion) {
    flush();
    append(rootId, List.of(deletion));
  }

  void flush() {
    appender.append(waiting);
    waiting.clear();
  }
}
