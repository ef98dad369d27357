package org.fractalgoals.domain.event;

import java.util.List;

/** Reads what happened to single things, as it was last committed. Safe for use by many threads. */
public interface EventStreams {

  /**
   * The events of one stream in their order; what was purged is left out, an unknown stream has none.
   *
   * @throws UnreadableEvent if one of them cannot be decoded
   */
  List<DomainEvent> eventsOf(String stream);
}
