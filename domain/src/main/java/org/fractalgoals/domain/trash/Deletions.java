package org.fractalgoals.domain.trash;

import java.util.ArrayList;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.time.WallClock;

/** Answers {@link Delete}: one event for each thing that goes, all with one action id. */
public final class Deletions {

  private final Entities entities;
  private final Actions actions;
  private final Lifecycles lifecycles;
  private final WallClock clock;

  public Deletions(Entities entities, Actions actions, Lifecycles lifecycles, WallClock clock) {
    this.entities = entities;
    this.actions = actions;
    this.lifecycles = lifecycles;
    this.clock = clock;
  }

  @CommandHandler
  public void handle(Delete command, MetaData metaData) {
    actions.perform(command.rootId(), Origin.from(metaData), () -> decide(command));
  }

  private Decision decide(Delete command) {
    var top = Presence.requireVisible(entities, command.ref(), command.rootId());
    var cascade = entities.cascade(top);
    var now = clock.now();
    var events = cascade.stream()
        .map(gone -> lifecycles.of(gone.ref().kind()).deleted(gone, now)).toList();
    var seen = new ArrayList<>(cascade);
    seen.addAll(entities.lineage(top.ref()));
    return new Decision(events, seen);
  }
}
