package org.fractalgoals.domain.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a goal. */
public sealed interface GoalEvent extends DomainEvent {

  /** Id of the goal. */
  String goalId();

  /** The goal itself. */
  default EntityRef entity() {
    return EntityRef.goal(goalId());
  }

  @Override
  default String stream() {
    return entity().toString();
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case GoalCreated created -> List
          .of(new EntityChange.Added(entity(), created.parent(), null, created.sortOrder()));
      case GoalMoved moved -> List
          .of(new EntityChange.Moved(entity(), moved.parent(), moved.sortOrder()));
      case GoalReordered reordered -> List
          .of(new EntityChange.Reordered(entity(), reordered.sortOrder()));
      case GoalDeleted deleted -> List.of(new EntityChange.Deleted(entity()));
      case GoalRestored restored -> List.of(new EntityChange.Restored(entity()));
      case GoalDeadlineSet set -> List.of(new EntityChange.Conformed(entity()));
      case GoalDeadlineCleared cleared -> List.of(new EntityChange.Conformed(entity()));
      case GoalRenamed renamed -> List.of();
      case GoalDescribed described -> List.of();
      case GoalTargetsChanged changed -> List.of();
      case GoalCompleted completed -> List.of();
      case GoalReopened reopened -> List.of();
      case GoalTouched touched -> List.of();
    };
  }

  /**
   * A goal came into being.
   *
   * @param rootId the fractal; the goal's own id for a root
   * @param parent goal or session above; null for a root
   * @param type one of {@link GoalType#code()}; an imported one may be anything
   * @param name as sent
   * @param description may be empty
   * @param deadline a calendar day, null for none
   * @param targets opaque JSON list, null for none; only imported goals have them from the start
   * @param sortOrder place among the siblings
   * @param createdDay the day of creation in the zone of the store; deadlines are judged by it
   */
  @StoredAs("goal.created")
  record GoalCreated(String goalId, String rootId, @Nullable EntityRef parent, String type,
      String name,
      String description, @Nullable LocalDate deadline, @Nullable JsonText targets, long sortOrder,
      LocalDate createdDay, @Nullable Instant at) implements GoalEvent {}

  /**
   * The goal has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("goal.renamed")
  record GoalRenamed(String goalId, String name, @Nullable Instant at) implements GoalEvent {}

  /**
   * The goal has another description.
   *
   * @param description what it says now; may be empty
   */
  @StoredAs("goal.described")
  record GoalDescribed(String goalId, String description, @Nullable Instant at)
      implements
        GoalEvent {}

  /**
   * The goal has a deadline, or another one.
   *
   * @param deadline the last day
   */
  @StoredAs("goal.deadline-set")
  record GoalDeadlineSet(String goalId, LocalDate deadline, @Nullable Instant at)
      implements
        GoalEvent {}

  /** The goal has no deadline any more. */
  @StoredAs("goal.deadline-cleared")
  record GoalDeadlineCleared(String goalId, @Nullable Instant at) implements GoalEvent {}

  /**
   * The whole list of targets was replaced.
   *
   * @param targets the new list; opaque JSON
   */
  @StoredAs("goal.targets-changed")
  record GoalTargetsChanged(String goalId, JsonText targets, @Nullable Instant at)
      implements
        GoalEvent {}

  /**
   * The goal stands below another goal or session of its fractal.
   *
   * @param parent what it stands below now
   * @param sortOrder place among its new siblings
   */
  @StoredAs("goal.moved")
  record GoalMoved(String goalId, EntityRef parent, long sortOrder, @Nullable Instant at)
      implements
        GoalEvent {}

  /**
   * The goal has another place among its siblings.
   *
   * @param sortOrder its place now
   */
  @StoredAs("goal.reordered")
  record GoalReordered(String goalId, long sortOrder, @Nullable Instant at) implements GoalEvent {}

  /** The goal is reached. */
  @StoredAs("goal.completed")
  record GoalCompleted(String goalId, @Nullable Instant at) implements GoalEvent {}

  /** The goal is not reached after all. */
  @StoredAs("goal.reopened")
  record GoalReopened(String goalId, @Nullable Instant at) implements GoalEvent {}

  /** Deleted, alone or with what was above it: all deletions of one action have its action id. */
  @StoredAs("goal.deleted")
  record GoalDeleted(String goalId, @Nullable Instant at) implements GoalEvent {}

  /** The goal is back from the trash; all that came back with it has the same action id. */
  @StoredAs("goal.restored")
  record GoalRestored(String goalId, @Nullable Instant at) implements GoalEvent {}

  /** The legacy file says that the goal was changed at this time, and not what was changed. */
  @StoredAs("goal.touched")
  record GoalTouched(String goalId, @Nullable Instant at) implements GoalEvent {}
}
