package org.fractalgoals.domain.goal;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.goal.GoalCommand.Alteration;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalCommand.MoveGoal;
import org.fractalgoals.domain.goal.GoalCommand.ReopenGoal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalDecider.Circumstances;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Hands commands to {@link GoalDecider} and its events to Axon. */
public class Goal {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable GoalState state;

  /** For Axon, before it replays the events. */
  protected Goal() {}

  @CommandHandler
  public Goal(CreateFractal command, WallClock clock) {
    var now = clock.now();
    apply(GoalDecider.decide(command, new Circumstances(now, clock.dayOf(now), true, 0)),
        command.goalId().id());
  }

  @CommandHandler
  public Goal(CreateGoal command, Entities entities, WallClock clock) {
    var now = clock.now();
    apply(GoalDecider.decide(command, new Circumstances(now, clock.dayOf(now), true,
        entities.greatestSortOrder(command.parent()) + 1)), command.rootId());
  }

  @CommandHandler
  public void handle(ChangeGoal command, Entities entities, WallClock clock) {
    alter(command, entities, clock, 0);
  }

  @CommandHandler
  public void handle(MoveGoal command, Entities entities, WallClock clock) {
    alter(command, entities, clock, entities.greatestSortOrder(command.parent()) + 1);
  }

  @CommandHandler
  public void handle(CompleteGoal command, Entities entities, WallClock clock) {
    alter(command, entities, clock, 0);
  }

  @CommandHandler
  public void handle(ReopenGoal command, Entities entities, WallClock clock) {
    alter(command, entities, clock, 0);
  }

  @CommandHandler
  public void handle(ToggleCompletion command, Entities entities, WallClock clock) {
    alter(command, entities, clock, 0);
  }

  private void alter(Alteration command, Entities entities, WallClock clock, long nextSortOrder) {
    var visible = Presence.isVisible(entities, command.goalId().ref());
    var goal = Objects.requireNonNull(state);
    var now = clock.now();
    apply(GoalDecider.decide(goal, command,
        new Circumstances(now, clock.dayOf(now), visible, nextSortOrder)), goal.rootId());
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = GoalState.after(state, event);
  }

  private static void apply(List<GoalEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
