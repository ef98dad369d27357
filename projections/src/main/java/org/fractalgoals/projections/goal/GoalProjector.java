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
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;
import org.fractalgoals.projections.visibility.Visibility;
import org.jspecify.annotations.Nullable;

/** Keeps the table {@code goals}. */
public final class GoalProjector implements Projector {

  @Override
  public String name() {
    return "goals";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof GoalEvent goalEvent) {
      apply(goalEvent, new RowWriter(event, rows, GoalSql.IS_KNOWN));
    }
  }

  private static void apply(GoalEvent event, RowWriter rows) throws SQLException {
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

  private static void on(GoalCreated created, RowWriter rows) throws SQLException {
    var event = rows.event();
    var targets = created.targets();
    rows.statements().update(GoalSql.CREATE, created.goalId(), event.sequence(), event.time(),
        created.rootId(), idOf(Kind.GOAL, created.parent()),
        idOf(Kind.SESSION, created.parent()), created.type(), created.name(),
        created.description(), created.deadline(), targets == null ? null : targets.text(),
        created.sortOrder(), created.createdDay(), Imported.breaksRule(event.flags()));
    if (event.sequence() > 0) {
      // it was found to be missing before
      Visibility.settleBelow(created.entity(), rows.statements());
    }
  }

  private static void on(GoalRenamed renamed, RowWriter rows) throws SQLException {
    rows.change(GoalSql.RENAME, renamed.entity(), renamed.name());
  }

  private static void on(GoalDescribed described, RowWriter rows) throws SQLException {
    rows.change(GoalSql.DESCRIBE, described.entity(), described.description());
  }

  private static void on(GoalDeadlineSet set, RowWriter rows) throws SQLException {
    rows.change(GoalSql.SET_DEADLINE, set.entity(), set.deadline(),
        Imported.breaksRule(rows.event().flags()));
  }

  private static void on(GoalDeadlineCleared cleared, RowWriter rows) throws SQLException {
    rows.change(GoalSql.CLEAR_DEADLINE, cleared.entity());
  }

  private static void on(GoalTargetsChanged changed, RowWriter rows) throws SQLException {
    rows.change(GoalSql.CHANGE_TARGETS, changed.entity(), changed.targets().text());
  }

  private static void on(GoalMoved moved, RowWriter rows) throws SQLException {
    rows.change(GoalSql.MOVE, moved.entity(), idOf(Kind.GOAL, moved.parent()),
        idOf(Kind.SESSION, moved.parent()), moved.sortOrder());
    Visibility.settleBelow(moved.entity(), rows.statements());
  }

  private static void on(GoalReordered reordered, RowWriter rows) throws SQLException {
    rows.change(GoalSql.REORDER, reordered.entity(), reordered.sortOrder());
  }

  private static void on(GoalCompleted completed, RowWriter rows) throws SQLException {
    rows.change(GoalSql.COMPLETE, completed.entity());
  }

  private static void on(GoalReopened reopened, RowWriter rows) throws SQLException {
    rows.change(GoalSql.REOPEN, reopened.entity());
  }

  private static void on(GoalDeleted deleted, RowWriter rows) throws SQLException {
    rows.delete(GoalSql.DELETE, deleted.entity());
    Visibility.settleBelow(deleted.entity(), rows.statements());
  }

  private static void on(GoalRestored restored, RowWriter rows) throws SQLException {
    rows.change(GoalSql.RESTORE, restored.entity());
    Visibility.settleBelow(restored.entity(), rows.statements());
  }

  private static void on(GoalTouched touched, RowWriter rows) throws SQLException {
    rows.change(GoalSql.TOUCH, touched.entity());
  }

  private static @Nullable String idOf(Kind kind, @Nullable EntityRef parent) {
    return parent != null && parent.kind() == kind ? parent.id() : null;
  }
}
