package org.fractalgoals.domain.goal;

import java.time.LocalDate;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a single goal. What concerns several - delete, restore, the order of children - is asked of
 * {@code org.fractalgoals.domain.trash} and of {@link ReorderGoals}.
 */
public sealed interface GoalCommand {

  GoalId goalId();

  /** Brings a goal into being. */
  sealed interface Creation extends GoalCommand {}

  /** Concerns a goal that exists. */
  sealed interface Alteration extends GoalCommand {

    /** The fractal the goal is asked for in. */
    String rootId();
  }

  /** A new fractal: a goal at the top of a tree of its own. */
  record CreateFractal(@TargetAggregateIdentifier GoalId goalId, GoalType type, Name name,
      Description description, @Nullable LocalDate deadline,
      boolean completed) implements Creation {}

  /** A new goal below a goal or a session of the same fractal. */
  record CreateGoal(@TargetAggregateIdentifier GoalId goalId, String rootId, EntityRef parent,
      GoalType type, Name name, Description description, @Nullable LocalDate deadline,
      boolean completed) implements Creation {}

  /** Several changes of one goal, all or none. */
  record ChangeGoal(@TargetAggregateIdentifier GoalId goalId, String rootId,
      List<GoalChange> changes) implements Alteration {

    public ChangeGoal {
      changes = List.copyOf(changes);
    }
  }

  /** Puts the goal below another parent in the same fractal, after its other children. */
  record MoveGoal(@TargetAggregateIdentifier GoalId goalId, String rootId, EntityRef parent)
      implements
        Alteration {}

  record CompleteGoal(@TargetAggregateIdentifier GoalId goalId, String rootId)
      implements
        Alteration {}

  record ReopenGoal(@TargetAggregateIdentifier GoalId goalId, String rootId)
      implements
        Alteration {}

  /** Completes an open goal, reopens a completed one. */
  record ToggleCompletion(@TargetAggregateIdentifier GoalId goalId, String rootId)
      implements
        Alteration {}

  /** One change of a goal's own facts. */
  sealed interface GoalChange {

    record Rename(Name name) implements GoalChange {}

    record Describe(Description description) implements GoalChange {}

    record SetDeadline(LocalDate deadline) implements GoalChange {}

    record ClearDeadline() implements GoalChange {}

    /** Replaces the whole list of targets. */
    record ChangeTargets(JsonText targets) implements GoalChange {}
  }
}
