package org.fractalgoals.eventstore.append;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.EventQueue;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.jspecify.annotations.Nullable;

/** Encodes events on the caller's thread and hands them to the writer. */
public final class Appending implements EventAppender, EventQueue {

  /** What accompanies the appends of a thread. */
  private static final ThreadLocal<@Nullable Work<?>> COMPANY = new ThreadLocal<>();

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
    return events.isEmpty()
        ? writer.head().position()
        : writer.submit(accompanied(prepared(events, seen)));
  }

  /**
   * Carries out something whose appends, on this thread, have company: work that is done in the savepoint of the events,
   * before them. Where it fails they are not stored.
   */
  public void accompanied(Work<?> work, Runnable action) {
    COMPANY.set(work);
    try {
      action.run();
    } finally {
      COMPANY.remove();
    }
  }

  private Work<Long> accompanied(Append append) {
    var company = COMPANY.get();
    return company == null ? append : session -> {
      company.run(session);
      return append.run(session);
    };
  }

  @Override
  public CompletableFuture<Long> appendLater(List<NewEvent> events) {
    return events.isEmpty()
        ? CompletableFuture.completedFuture(writer.head().position())
        : writer.queue(prepared(events, List.of()));
  }

  /** Events as a piece of work for the writer, who gives the position of the last one. */
  public Work<Long> work(List<NewEvent> events) {
    return prepared(events, List.of());
  }

  private Append prepared(List<NewEvent> events, Collection<Entity> seen) {
    return new Append(events.stream().map(event -> EncodedEvent.of(event, codec)).toList(), seen,
        clock);
  }
}
