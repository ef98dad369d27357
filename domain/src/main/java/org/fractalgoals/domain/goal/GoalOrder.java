package org.fractalgoals.domain.goal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.time.WallClock;

/** Answers {@link ReorderGoals}: one event for each child whose place changes. */
public final class GoalOrder {

  private final Entities entities;
  private final Actions actions;
  private final WallClock clock;

  public GoalOrder(Entities entities, Actions actions, WallClock clock) {
    this.entities = entities;
    this.actions = actions;
    this.clock = clock;
  }

  @CommandHandler
  public void handle(ReorderGoals command, MetaData metaData) {
    actions.perform(command.rootId(), Origin.from(metaData), () -> decide(command));
  }

  private Decision decide(ReorderGoals command) {
    Presence.requireVisible(entities, command.parent(), command.rootId());
    var children = entities.children(command.parent(), Kind.GOAL);
    var order = inOrder(command, children);
    if (order.equals(children)) {
      return Decision.of(List.of());
    }
    var now = clock.now();
    var events = IntStream.range(0, order.size())
        .filter(place -> order.get(place).sortOrder() != place)
        .mapToObj(place -> new GoalReordered(order.get(place).ref().id(), place, now)).toList();
    return new Decision(events, children);
  }

  private static List<Entity> inOrder(ReorderGoals command, List<Entity> children) {
    Map<String, Entity> rest = children.stream().collect(Collectors.toMap(child -> child.ref().id(),
        child -> child, (one, same) -> one, LinkedHashMap::new));
    var known = Map.copyOf(rest);
    var order = new ArrayList<Entity>();
    for (var id : command.goalIds()) {
      if (!known.containsKey(id)) {
        throw new RuleViolation(new Rule.IsNotAChild(EntityRef.goal(id), command.parent()));
      }
      var child = rest.remove(id);
      if (child == null) {
        throw new RuleViolation(new Rule.IsListedTwice(EntityRef.goal(id)));
      }
      order.add(child);
    }
    order.addAll(rest.values());
    return order;
  }
}
