package org.fractalgoals.domain.undo;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.domain.trash.Lifecycles;

/**
 * Answers {@link Undo}: what was deleted comes back, what was created or restored goes, every field gets the value that
 * it had before. Refused where a later change stands in the way.
 */
public final class Undoings {

  private final AuditTrail trail;
  private final Entities entities;
  private final Actions actions;
  private final Lifecycles lifecycles;
  private final WallClock clock;
  private final JsonText emptyList;

  /**
   * @param emptyList what stands for a list that there was not
   */
  public Undoings(AuditTrail trail, Entities entities, Actions actions, Lifecycles lifecycles,
      WallClock clock, JsonText emptyList) {
    this.trail = trail;
    this.entities = entities;
    this.actions = actions;
    this.lifecycles = lifecycles;
    this.clock = clock;
    this.emptyList = emptyList;
  }

  @CommandHandler
  public void handle(Undo command, MetaData metaData) {
    actions.perform(command.rootId(),
        Origin.from(metaData).noting(Origin.UNDOES, command.actionId()), () -> decide(command));
  }

  private Decision decide(Undo command) {
    var action = PastAction.find(trail, command);
    var given = new Given(action, trail, entities, lifecycles, emptyList, clock.now());
    var draft = new Draft();
    Returns.into(draft, given);
    var departures = Departures.of(given);
    Reversals.into(draft, given, departures.streams());
    departures.into(draft);
    if (draft.isEmpty()) {
      throw new RuleViolation(new Rule.NothingLeftToUndo(command.actionId(), null));
    }
    return draft.decision();
  }
}
