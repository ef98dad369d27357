package org.fractalgoals.domain.action;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.function.Supplier;

import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.StaleDecision;

/**
 * Carries out what concerns several things at once: all of it in one append, without loading an aggregate. The first
 * event of an action is the cause of the others.
 */
public final class Actions {

  /** How often a decision is made again because what it rests on has changed meanwhile. */
  private static final int ATTEMPTS = 20;

  private final EventAppender appender;
  private final EventIds ids;

  public Actions(EventAppender appender, EventIds ids) {
    this.appender = appender;
    this.ids = ids;
  }

  /**
   * Appends what is decided; decides again where the decision was stale.
   *
   * @throws StaleDecision if it is still stale after many attempts
   * @throws ConcurrencyException if others still append to what it rests on after many attempts
   * @throws org.fractalgoals.domain.rule.RuleViolation if the decision, or the store, refuses
   */
  public void perform(String rootId, Origin origin, Supplier<Decision> decide) {
    for (int attempt = 1;; attempt++) {
      try {
        append(rootId, origin, decide.get());
        return;
      } catch (StaleDecision | ConcurrencyException lost) {
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  private void append(String rootId, Origin origin, Decision decision) {
    if (decision.events().isEmpty()) {
      return;
    }
    var envelope = Envelope.live(rootId, origin);
    var events = new ArrayList<NewEvent>();
    var ends = new HashMap<>(decision.ends());
    for (var event : decision.events()) {
      var caused = events.isEmpty() ? envelope : envelope.causedBy(events.get(0).eventId());
      var place = ends.computeIfPresent(event.stream(), (stream, end) -> end + 1);
      events.add(new NewEvent(ids.next(), place == null ? NewEvent.NEXT : place, event, caused));
    }
    appender.append(events, decision.seen());
  }
}
