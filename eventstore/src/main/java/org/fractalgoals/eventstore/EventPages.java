package org.fractalgoals.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.RecordedEvent;

/** All events up to the one that was the last when this began, some of them at a time in memory. */
final class EventPages implements Iterator<RecordedEvent> {

  private static final int PAGE = 1000;

  private final StoredEvents events;
  private final long end;
  private Head read;
  private Iterator<RecordedEvent> page = Collections.emptyIterator();

  EventPages(StoredEvents events) {
    this.events = events;
    this.end = events.head().position();
    this.read = events.headAt(0).orElseThrow();
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && read.position() < end) {
      var batch = events.readAfter(read, (int) Math.min(PAGE, end - read.position()));
      read = batch.last();
      page = batch.events().iterator();
    }
    return page.hasNext();
  }

  @Override
  public RecordedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
