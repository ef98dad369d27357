package org.fractalgoals.domain.trash;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Answers {@link Restore}: one event for each thing that comes back. */
public final class Restorations {

  private final Entities entities;
  private final Actions actions;
  private final Lifecycles lifecycles;
  private final WallClock clock;

  public Restorations(Entities entities, Actions actions, Lifecycles lifecycles, WallClock clock) {
    this.entities = entities;
    this.actions = actions;
    this.lifecycles = lifecycles;
    this.clock = clock;
  }

  @CommandHandler
  public void handle(Restore command, MetaData metaData) {
    actions.perform(command.rootId(), Origin.from(metaData), () -> decide(command));
  }

  private Decision decide(Restore command) {
    requireLeft(command);
    var wanted = entities.known(command.ref(), command.rootId())
        .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(command.ref())));
    if (wanted.lives()) {
      requireLiving(wanted, wanted.ref());
      return Decision.of(List.of());
    }
    var members = members(wanted);
    if (members.isEmpty()) {
      throw new StaleDecision(wanted.ref() + " was restored meanwhile");
    }
    var top = members.get(0);
    if (!top.ref().equals(wanted.ref())) {
      throw new RuleViolation(new Rule.WasDeletedWith(wanted.ref(), top.ref()));
    }
    requirePlace(wanted, command.parent());
    return new Decision(events(command, wanted, members), members);
  }

  private void requireLeft(Restore command) {
    if (entities.find(command.ref())
        .filter(gone -> gone.isPurged() && gone.rootId().equals(command.rootId())).isPresent()) {
      throw new RuleViolation(new Rule.IsPurged(command.ref()));
    }
  }

  /** What is never deleted along with something else comes back alone, whatever else its action deleted. */
  private List<Entity> members(Entity wanted) {
    return wanted.ref().kind().isDeletedWithFractal()
        ? entities.deletedBy(Objects.requireNonNull(wanted.deletedBy()))
        : List.of(wanted);
  }

  private void requirePlace(Entity wanted, @Nullable EntityRef newParent) {
    if (wanted.isRoot()) {
      if (newParent != null) {
        throw new RuleViolation(new Rule.FractalCannotBeMoved(wanted.ref()));
      }
    } else if (newParent == null) {
      requireLiving(wanted, wanted.place());
    }
  }

  private void requireLiving(Entity wanted, EntityRef place) {
    var deleted = entities.highestDeleted(place);
    if (deleted != null) {
      throw new RuleViolation(new Rule.ParentIsStillDeleted(wanted.ref(), deleted.ref()));
    }
  }

  /** A new name comes first: no two things that live have the same, not even between two events of one append. */
  private List<DomainEvent> events(Restore command, Entity wanted, List<Entity> members) {
    var now = clock.now();
    var lifecycle = lifecycles.of(wanted.ref().kind());
    var events = new ArrayList<DomainEvent>();
    if (command.name() != null && !command.name().text().equals(wanted.name())) {
      events.add(lifecycle.renamed(wanted, command.name().text(), now));
    }
    for (var member : members) {
      events.add(lifecycles.of(member.ref().kind()).restored(member, now));
    }
    if (command.parent() != null && !command.parent().equals(wanted.parent())) {
      Presence.requirePossible(wanted.ref(), command.parent());
      events.add(lifecycle.moved(wanted, command.parent(),
          entities.greatestSortOrder(command.parent()) + 1, now));
    }
    return events;
  }
}
