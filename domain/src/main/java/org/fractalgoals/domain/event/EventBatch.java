package org.fractalgoals.domain.event;

import java.util.List;

/**
 * Consecutive events.
 *
 * @param events in the order of their positions; what was purged is left out
 * @param last the point after the last of them; the point asked from if there are none
 */
public record EventBatch(List<RecordedEvent> events, Head last) {

  public EventBatch {
    events = List.copyOf(events);
  }
}
