package org.fractalgoals.domain.program;

import java.util.ArrayList;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.Decision;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.EventStreams;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.goal.GoalDeadlines;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Answers {@link AttachGoal}: the block and the goal, in one append. */
public final class GoalAttachment {

  private final Entities entities;
  private final EventStreams streams;
  private final Actions actions;
  private final GoalDeadlines goalDeadlines;
  private final WallClock clock;

  public GoalAttachment(Entities entities, EventStreams streams, Actions actions,
      WallClock clock) {
    this.entities = entities;
    this.streams = streams;
    this.actions = actions;
    this.goalDeadlines = new GoalDeadlines(streams);
    this.clock = clock;
  }

  @CommandHandler
  public void handle(AttachGoal command, MetaData metaData) {
    actions.perform(command.rootId(), Origin.from(metaData), () -> decide(command));
  }

  private Decision decide(AttachGoal command) {
    var block = requireBlock(command);
    var goal = EntityRef.goal(command.goalId());
    Presence.requireReference(entities, goal, command.rootId());
    var now = clock.now();
    var events = new ArrayList<DomainEvent>();
    if (!block.goalIds().contains(command.goalId())) {
      events.add(new BlockGoalAttached(command.programId().id(), command.blockId(),
          command.goalId(), now));
    }
    if (command.deadline() != null) {
      events.addAll(goalDeadlines.set(command.goalId(), command.deadline(), now));
    }
    var seen = new ArrayList<>(entities.lineage(EntityRef.block(command.blockId())));
    seen.addAll(entities.lineage(goal));
    return new Decision(events, seen);
  }

  private BlockState requireBlock(AttachGoal command) {
    var block = EntityRef.block(command.blockId());
    var known = Presence.requireVisible(entities, block, command.rootId());
    var state = command.programId().ref().equals(known.parent()) ? stateOf(command) : null;
    if (state == null) {
      throw new RuleViolation(new Rule.IsUnknown(block));
    }
    return state;
  }

  private @Nullable BlockState stateOf(AttachGoal command) {
    ProgramState program = null;
    for (var event : streams.eventsOf(command.programId().toString())) {
      program = ProgramState.after(program, event);
    }
    return program == null ? null : program.blocks().get(command.blockId());
  }
}
