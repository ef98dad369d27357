package org.fractalgoals.domain.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.fractalgoals.domain.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The history as it can be asked. Safe for use by many threads; each question is one of the last committed state. */
public interface AuditTrail {

  /** How many events are in memory at a time, where all are told. */
  int STEP = 500;

  /**
   * The events before a position, the latest first. What is appended later never shifts what is found.
   *
   * @param before a position; {@link Long#MAX_VALUE} for the first page
   * @param limit the greatest number of events to give
   */
  AuditPage page(AuditFilter filter, long before, int limit);

  /**
   * The events one by one, the latest first, some of them at a time in memory.
   *
   * @param most the greatest number of events to give
   */
  default void forEach(AuditFilter filter, long most, Consumer<AuditedEvent> consumer) {
    long left = most;
    @Nullable Long before = Long.MAX_VALUE;
    while (before != null && left > 0) {
      var page = page(filter, before, (int) Math.min(left, STEP));
      page.events().forEach(consumer);
      left -= page.events().size();
      before = page.next();
    }
  }

  /**
   * The events of a stream from a sequence on, in their order.
   *
   * @param stream such as {@code goal/0197…}
   * @param limit the greatest number of events to give
   */
  List<AuditedEvent> stream(String stream, long sequence, int limit);

  /**
   * What happened in a stream before a place in it, the latest first; what was purged is left out.
   *
   * @param limit the greatest number of events to give
   */
  List<Earlier> earlier(String stream, long sequence, int limit);

  /** The event with this id; empty if there is none. */
  Optional<AuditedEvent> event(String eventId);

  /** How many events there are, however many that is. */
  AuditCounts counts(AuditFilter filter);

  /** The stable names of all types of events that there can be. */
  Set<String> types();

  /**
   * An earlier event of a stream.
   *
   * @param sequence its place in the stream
   */
  record Earlier(long sequence, DomainEvent event) {}
}
