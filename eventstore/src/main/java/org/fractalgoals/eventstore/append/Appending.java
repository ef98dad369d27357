package org.fractalgoals.eventstore.append;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.eventstore.codec.EventCodec;

/** Encodes events on the caller's thread and hands them to the writer. */
public final class Appending implements EventAppender {

  private final StoreWriter writer;
  private final EventCodec codec;
  private final Clock clock;

  public Appending(StoreWriter writer, EventCodec codec, Clock clock) {
    this.writer = writer;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public long append(List<NewEvent> events, Collection<Entity> seen) {
    if (events.isEmpty()) {
      return writer.head().position();
    }
    var encoded = events.stream().map(event -> EncodedEvent.of(event, codec)).toList();
    return writer.submit(new Append(encoded, seen, clock));
  }
}
