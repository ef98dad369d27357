package org.fractalgoals.domain.event;

import java.util.Optional;

/** Reads committed events in the order of their positions. Safe for use by many threads. */
public interface EventReader {

  /** Identifies the store; another store has another one. */
  String storeId();

  /** The last committed point. Cheap. */
  Head head();

  /** The point at a position, 0 included; empty if the store does not reach so far. */
  Optional<Head> headAt(long position);

  /**
   * The events after a point, at most {@code limit}.
   *
   * @throws UnreadableEvent if one of them cannot be decoded
   */
  EventBatch readAfter(Head point, int limit);

  /** Calls back after each commit. The listener must return at once and must not throw. */
  void onAppend(Runnable listener);
}
