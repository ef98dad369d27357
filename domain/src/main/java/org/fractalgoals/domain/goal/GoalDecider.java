package org.fractalgoals.domain.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalCommand.Alteration;
import org.fractalgoals.domain.goal.GoalCommand.ChangeGoal;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.CreateGoal;
import org.fractalgoals.domain.goal.GoalCommand.Creation;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.ChangeTargets;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.ClearDeadline;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Describe;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.Rename;
import org.fractalgoals.domain.goal.GoalCommand.GoalChange.SetDeadline;
import org.fractalgoals.domain.goal.GoalCommand.MoveGoal;
import org.fractalgoals.domain.goal.GoalCommand.ReopenGoal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * What a goal answers to a command. Pure: everything a decision depends on is an argument. A command that would
 * change nothing gives no event.
 */
final class GoalDecider {

  /**
   * What a decision depends on besides the goal itself.
   *
   * @param now whole microseconds
   * @param today the day of {@code now} in the zone of the store
   * @param visible whether the goal and everything above it lives
   * @param nextSortOrder the place after all children of the parent in question
   */
  record Circumstances(Instant now, LocalDate today, boolean visible, long nextSortOrder) {}

  private GoalDecider() {}

  static List<GoalEvent> decide(Creation command, Circumstances given) {
    return switch (command) {
      case CreateFractal c -> create(new GoalCreated(c.goalId().id(), c.goalId().id(), null,
          c.type().code(), c.name().text(), c.description().text(), c.deadline(), null,
          given.nextSortOrder(), given.today(), given.now()), c.completed(), given);
      case CreateGoal c -> create(new GoalCreated(c.goalId().id(), c.rootId(), c.parent(),
          c.type().code(), c.name().text(), c.description().text(), c.deadline(), null,
          given.nextSortOrder(), given.today(), given.now()), c.completed(), given);
    };
  }

  private static List<GoalEvent> create(GoalCreated created, boolean completed,
      Circumstances given) {
    requireNotBefore(created.createdDay(), created.deadline());
    return completed
        ? List.of(created, new GoalCompleted(created.goalId(), given.now()))
        : List.of(created);
  }

  static List<GoalEvent> decide(GoalState goal, Alteration command, Circumstances given) {
    if (!goal.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.goalId().ref()));
    }
    if (goal.deleted() || !given.visible()) {
      throw new RuleViolation(new Rule.IsDeleted(command.goalId().ref()));
    }
    return switch (command) {
      case ChangeGoal c -> change(goal, c.changes(), given);
      case MoveGoal c -> move(goal, c.parent(), given);
      case CompleteGoal c -> complete(goal, true, given);
      case ReopenGoal c -> complete(goal, false, given);
      case ToggleCompletion c -> complete(goal, !goal.completed(), given);
    };
  }

  private static List<GoalEvent> change(GoalState goal, List<GoalChange> changes,
      Circumstances given) {
    var events = new ArrayList<GoalEvent>();
    var state = goal;
    for (var change : changes) {
      var event = change(state, change, given);
      if (event != null) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    return events;
  }

  private static @Nullable GoalEvent change(GoalState goal, GoalChange change,
      Circumstances given) {
    return switch (change) {
      case Rename(var name) -> name.text().equals(goal.name())
          ? null
          : new GoalRenamed(goal.goalId(), name.text(), given.now());
      case Describe(var description) -> description.text().equals(goal.description())
          ? null
          : new GoalDescribed(goal.goalId(), description.text(), given.now());
      case SetDeadline(var deadline) -> setDeadline(goal, deadline, given.now());
      case ClearDeadline() -> goal.deadline() == null
          ? null
          : new GoalDeadlineCleared(goal.goalId(), given.now());
      case ChangeTargets(var targets) -> sameTargets(goal.targets(), targets)
          ? null
          : new GoalTargetsChanged(goal.goalId(), targets, given.now());
    };
  }

  /** A goal that never had targets has as many as one whose list is empty. */
  private static boolean sameTargets(@Nullable JsonText present, JsonText wanted) {
    return present == null ? wanted.canonical().equals("[]") : wanted.means(present);
  }

  /** Null if it has the deadline already. */
  static @Nullable GoalEvent setDeadline(GoalState goal, LocalDate deadline,
      Instant now) {
    if (deadline.equals(goal.deadline())) {
      return null;
    }
    requireNotBefore(goal.createdDay(), deadline);
    return new GoalDeadlineSet(goal.goalId(), deadline, now);
  }

  private static void requireNotBefore(LocalDate createdDay, @Nullable LocalDate deadline) {
    if (deadline != null && deadline.isBefore(createdDay)) {
      throw new RuleViolation(new Rule.DeadlinePrecedesCreation(deadline, createdDay));
    }
  }

  private static List<GoalEvent> move(GoalState goal, EntityRef parent, Circumstances given) {
    if (goal.isRoot()) {
      throw new RuleViolation(new Rule.FractalCannotBeMoved(EntityRef.goal(goal.goalId())));
    }
    return parent.equals(goal.parent())
        ? List.of()
        : List.of(new GoalMoved(goal.goalId(), parent, given.nextSortOrder(), given.now()));
  }

  private static List<GoalEvent> complete(GoalState goal, boolean completed, Circumstances given) {
    if (goal.completed() == completed) {
      return List.of();
    }
    return List.of(completed
        ? new GoalCompleted(goal.goalId(), given.now())
        : new GoalReopened(goal.goalId(), given.now()));
  }
}
