package org.fractalgoals.eventstore;

import java.util.List;

/**
 * What an aggregate is loaded from.
 *
 * @param events in their order; what was purged is left out
 * @param end the place of the last event there is, purged or not; -1 if there is none
 */
public record LoadedStream(List<StreamEvent> events, long end) {

  public LoadedStream {
    events = List.copyOf(events);
  }
}
