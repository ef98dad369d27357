package org.fractalgoals.domain.action;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.DomainEvent;

/**
 * What was decided about several things at once.
 *
 * @param events in the order they are to be appended; empty if nothing changes
 * @param seen what the decision rests on: if one of these is no longer as it was seen, the decision is stale
 * @param ends the streams that the decision rests on, each with the place of the last event that was seen of it: if
 *     there is a later one where an event is to be appended, the decision is stale
 */
public record Decision(List<? extends DomainEvent> events, Collection<Entity> seen,
    Map<String, Long> ends) {

  public Decision {
    events = List.copyOf(events);
    seen = List.copyOf(seen);
    ends = Map.copyOf(ends);
  }

  public Decision(List<? extends DomainEvent> events, Collection<Entity> seen) {
    this(events, seen, Map.of());
  }

  public static Decision of(List<? extends DomainEvent> events) {
    return new Decision(events, List.of());
  }
}
