package org.fractalgoals.projections.goal;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.Imported;
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
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/** Keeps the table {@code goals}. */
public final class GoalProjector implements Projector {

  @Override
  public String name() {
    return "goals";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof GoalEvent goalEvent) {
      apply(goalEvent, new GoalRows(event, rows));
    }
  }

  private static void apply(GoalEvent event, GoalRows rows) throws SQLException {
    switch (event) {
      case GoalCreated created -> on(created, rows);
      case GoalRenamed renamed -> on(renamed, rows);
      case GoalDescribed described -> on(described, rows);
      case GoalDeadlineSet set -> on(set, rows);
      case GoalDeadlineCleared cleared -> on(cleared, rows);
      case GoalTargetsChanged changed -> on(changed, rows);
      case GoalMoved moved -> on(moved, rows);
      case GoalReordered reordered -> on(reordered, rows);
      case GoalCompleted completed -> on(completed, rows);
      case GoalReopened reopened -> on(reopened, rows);
      case GoalDeleted deleted -> on(deleted, rows);
      case GoalRestored restored -> on(restored, rows);
      case GoalTouched touched -> on(touched, rows);
    }
  }

  private static void on(GoalCreated created, GoalRows rows) throws SQLException {
    var event = rows.event();
    var targets = created.targets();
    rows.statements().update(GoalSql.CREATE, created.goalId(), event.sequence(), event.time(),
        created.rootId(), idOf(Kind.GOAL, created.parent()),
        idOf(Kind.SESSION, created.parent()), created.type(), created.name(),
        created.description(), created.deadline(), targets == null ? null : targets.text(),
        created.sortOrder(), created.createdDay(), Imported.breaksRule(event.flags()));
  }

  private static void on(GoalRenamed renamed, GoalRows rows) throws SQLException {
    rows.change(GoalSql.RENAME, renamed.goalId(), renamed.name());
  }

  private static void on(GoalDescribed described, GoalRows rows) throws SQLException {
    rows.change(GoalSql.DESCRIBE, described.goalId(), described.description());
  }

  private static void on(GoalDeadlineSet set, GoalRows rows) throws SQLException {
    rows.change(GoalSql.SET_DEADLINE, set.goalId(), set.deadline(),
        Imported.breaksRule(rows.event().flags()));
  }

  private static void on(GoalDeadlineCleared cleared, GoalRows rows) throws SQLException {
    rows.change(GoalSql.CLEAR_DEADLINE, cleared.goalId());
  }

  private static void on(GoalTargetsChanged changed, GoalRows rows) throws SQLException {
    rows.change(GoalSql.CHANGE_TARGETS, changed.goalId(), changed.targets().text());
  }

  private static void on(GoalMoved moved, GoalRows rows) throws SQLException {
    rows.change(GoalSql.MOVE, moved.goalId(), idOf(Kind.GOAL, moved.parent()),
        idOf(Kind.SESSION, moved.parent()), moved.sortOrder());
    rows.settle(GoalSql.HIDE_BELOW, moved.goalId());
    rows.settle(GoalSql.SHOW_BELOW, moved.goalId());
  }

  private static void on(GoalReordered reordered, GoalRows rows) throws SQLException {
    rows.change(GoalSql.REORDER, reordered.goalId(), reordered.sortOrder());
  }

  private static void on(GoalCompleted completed, GoalRows rows) throws SQLException {
    rows.change(GoalSql.COMPLETE, completed.goalId());
  }

  private static void on(GoalReopened reopened, GoalRows rows) throws SQLException {
    rows.change(GoalSql.REOPEN, reopened.goalId());
  }

  private static void on(GoalDeleted deleted, GoalRows rows) throws SQLException {
    var event = rows.event();
    rows.change(GoalSql.DELETE, deleted.goalId(), event.time(), event.actionId(),
        event.position());
    rows.settle(GoalSql.HIDE_BELOW, deleted.goalId());
  }

  private static void on(GoalRestored restored, GoalRows rows) throws SQLException {
    rows.change(GoalSql.RESTORE, restored.goalId());
    rows.settle(GoalSql.SHOW_BELOW, restored.goalId());
  }

  private static void on(GoalTouched touched, GoalRows rows) throws SQLException {
    rows.change(GoalSql.TOUCH, touched.goalId());
  }

  private static @Nullable String idOf(Kind kind, @Nullable EntityRef parent) {
    return parent != null && parent.kind() == kind ? parent.id() : null;
  }
}
