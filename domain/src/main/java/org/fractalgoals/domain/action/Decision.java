package org.fractalgoals.domain.action;

import java.util.Collection;
import java.util.List;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.DomainEvent;

/**
 * What was decided about several things at once.
 *
 * @param events in the order they are to be appended; empty if nothing changes
 * @param seen what the decision rests on: if one of these is no longer as it was seen, the decision is stale
 */
public record Decision(List<? extends DomainEvent> events, Collection<Entity> seen) {

  public Decision {
    events = List.copyOf(events);
    seen = List.copyOf(seen);
  }

  public static Decision of(List<? extends DomainEvent> events) {
    return new Decision(events, List.of());
  }
}
