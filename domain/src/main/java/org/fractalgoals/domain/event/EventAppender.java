package org.fractalgoals.domain.event;

import java.util.Collection;
import java.util.List;

import org.fractalgoals.domain.entity.Entity;

/** Appends events straight to their streams. */
public interface EventAppender {

  /**
   * Appends all of the events, durably, or none. Returns when they are committed.
   *
   * @param seen what the events were decided on; must still be as it was seen
   * @return position of the last of the events; of the last committed one for an empty list
   * @throws org.fractalgoals.domain.rule.RuleViolation if a set rule would be broken
   * @throws org.fractalgoals.domain.rule.StaleDecision if the events were decided on a state that has changed meanwhile
   * @throws org.axonframework.modelling.command.AggregateStreamCreationException if a stream that was to begin exists
   * @throws org.axonframework.modelling.command.ConcurrencyException if another place in a stream is taken, or an event
   *     id was used
   */
  long append(List<NewEvent> events, Collection<Entity> seen);

  /** Appends events that rest on nothing but the state of their own streams. */
  default long append(List<NewEvent> events) {
    return append(events, List.of());
  }
}
