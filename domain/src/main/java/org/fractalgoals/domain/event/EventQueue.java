package org.fractalgoals.domain.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Appends many events while whoever makes them goes on. */
public interface EventQueue {

  /**
   * Takes events that rest on nothing but the state of their own streams, to be appended after all that was taken before,
   * all of them or none. Returns when they are prepared.
   *
   * @return completed when they are committed, with the position of the last of them, or of the last committed event for an
   *     empty list; failed as {@link EventAppender#append} fails
   */
  CompletableFuture<Long> appendLater(List<NewEvent> events);
}
