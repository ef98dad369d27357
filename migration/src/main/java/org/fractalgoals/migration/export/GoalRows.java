package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.time.Instant;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.goal.GoalEvent;
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
import org.jspecify.annotations.Nullable;

/** Writes {@code goals}. */
final class GoalRows {

  private final ExportedRows rows;
  private final ExportedTable goals;

  GoalRows(ExportedRows rows) {
    this.rows = rows;
    this.goals = new ExportedTable(rows, "goals");
  }

  void apply(RecordedEvent event, GoalEvent goal) throws SQLException {
    var id = goal.goalId();
    switch (goal) {
      case GoalCreated created -> create(event, created);
      case GoalRenamed renamed -> goals.set(event, id, "name", renamed.name());
      case GoalDescribed described ->
        goals.set(event, id, "description", described.description());
      case GoalDeadlineSet set ->
        goals.set(event, id, "deadline", LegacyTimes.ofDay(set.deadline()));
      case GoalDeadlineCleared cleared -> goals.set(event, id, "deadline", null);
      case GoalTargetsChanged changed -> goals.set(event, id, "targets", changed.targets());
      case GoalMoved moved -> move(event, moved);
      case GoalReordered reordered ->
        goals.set(event, id, "sort_order", reordered.sortOrder());
      case GoalCompleted completed -> complete(event, id, true, completed.at());
      case GoalReopened reopened -> complete(event, id, false, null);
      case GoalDeleted deleted -> goals.delete(event, id);
      case GoalRestored restored -> goals.restore(event, id);
      case GoalTouched touched -> goals.touch(event, id);
    }
  }

  private void create(RecordedEvent event, GoalCreated created) throws SQLException {
    goals.insert(
        "id, type, name, description, deadline, completed, created_at, updated_at, parent_id, root_id, targets, sort_order",
        created.goalId(), created.type(), created.name(), created.description(),
        LegacyTimes.ofDay(created.deadline()), false, event.time(), event.time(),
        parentGoal(created.parent()), created.rootId(), created.targets(), created.sortOrder());
    Places.put(rows, created.entity(), created.parent());
  }

  private void move(RecordedEvent event, GoalMoved moved) throws SQLException {
    goals.set(event, moved.goalId(), "parent_id", parentGoal(moved.parent()));
    goals.set(event, moved.goalId(), "sort_order", moved.sortOrder());
    Places.put(rows, moved.entity(), moved.parent());
  }

  private void complete(RecordedEvent event, String id, boolean completed,
      @Nullable Instant at) throws SQLException {
    goals.set(event, id, "completed", completed);
    goals.set(event, id, "completed_at", at);
  }

  /** Null below a session: there the legacy table cannot say where the goal stands, and it is settled at the end. */
  private static @Nullable String parentGoal(@Nullable EntityRef parent) {
    return parent == null || parent.kind() != Kind.GOAL ? null : parent.id();
  }
}
