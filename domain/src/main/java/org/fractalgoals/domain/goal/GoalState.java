package org.fractalgoals.domain.goal;

import java.time.LocalDate;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.jspecify.annotations.Nullable;

/** What decisions about a goal need to know of it. */
public record GoalState(String goalId, String rootId, @Nullable EntityRef parent, String name,
    String description, @Nullable LocalDate deadline, @Nullable JsonText targets,
    LocalDate createdDay, boolean completed, boolean deleted) {

  /** The state of a goal that was just created. */
  public static GoalState of(GoalCreated created) {
    return new GoalState(created.goalId(), created.rootId(), created.parent(), created.name(),
        created.description(), created.deadline(), created.targets(), created.createdDay(), false,
        false);
  }

  /**
   * The state after an event of the goal's stream.
   *
   * @param before null before the goal came into being
   * @return null while it was only found to be missing
   */
  public static @Nullable GoalState after(@Nullable GoalState before, DomainEvent event) {
    return switch (event) {
      case GoalCreated created -> of(created);
      case GoalEvent happened -> Objects.requireNonNull(before).evolve(happened);
      case ThingFoundMissing missing -> before;
      default -> throw new IllegalArgumentException("not an event of a goal: " + event);
    };
  }

  /** The state after an event. */
  public GoalState evolve(GoalEvent event) {
    return switch (event) {
      case GoalCreated created -> of(created);
      case GoalRenamed renamed -> withName(renamed.name());
      case GoalDescribed described -> withDescription(described.description());
      case GoalDeadlineSet set -> withDeadline(set.deadline());
      case GoalDeadlineCleared cleared -> withDeadline(null);
      case GoalTargetsChanged changed -> withTargets(changed.targets());
      case GoalMoved moved -> withParent(moved.parent());
      case GoalCompleted done -> withCompleted(true);
      case GoalReopened reopened -> withCompleted(false);
      case GoalDeleted gone -> withDeleted(true);
      case GoalRestored back -> withDeleted(false);
      case GoalReordered reordered -> this;
      case GoalTouched touched -> this;
    };
  }

  public boolean isRoot() {
    return goalId.equals(rootId);
  }

  private GoalState withName(String newName) {
    return new GoalState(goalId, rootId, parent, newName, description, deadline, targets,
        createdDay,
        completed, deleted);
  }

  private GoalState withDescription(String newDescription) {
    return new GoalState(goalId, rootId, parent, name, newDescription, deadline, targets,
        createdDay,
        completed, deleted);
  }

  private GoalState withDeadline(@Nullable LocalDate newDeadline) {
    return new GoalState(goalId, rootId, parent, name, description, newDeadline, targets,
        createdDay,
        completed, deleted);
  }

  private GoalState withTargets(JsonText newTargets) {
    return new GoalState(goalId, rootId, parent, name, description, deadline, newTargets,
        createdDay,
        completed, deleted);
  }

  private GoalState withParent(EntityRef newParent) {
    return new GoalState(goalId, rootId, newParent, name, description, deadline, targets,
        createdDay,
        completed, deleted);
  }

  private GoalState withCompleted(boolean isCompleted) {
    return new GoalState(goalId, rootId, parent, name, description, deadline, targets, createdDay,
        isCompleted, deleted);
  }

  private GoalState withDeleted(boolean isDeleted) {
    return new GoalState(goalId, rootId, parent, name, description, deadline, targets, createdDay,
        completed, isDeleted);
  }
}
