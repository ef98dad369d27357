package org.fractalgoals.projections.activity;

import java.sql.SQLException;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/** What one event means for the row of a split. */
final class SplitWriter {

  private final RecordedEvent event;
  private final RowWriter rows;

  SplitWriter(RecordedEvent event, Statements statements) {
    this.event = event;
    this.rows = new RowWriter(event, statements, SplitSql.IS_KNOWN);
  }

  void on(SplitAdded added) throws SQLException {
    rows.statements().update(SplitSql.ADD, added.splitId(), event.sequence(), event.time(),
        event.rootId(), added.activityId(), added.name(), added.order(), added.sortOrder(),
        Imported.breaksRule(event.flags()));
    changePart(added);
  }

  void on(SplitRenamed renamed) throws SQLException {
    change(renamed, SplitSql.RENAME, renamed.splitId(), renamed.name(),
        Imported.breaksRule(event.flags()));
  }

  void on(SplitReordered reordered) throws SQLException {
    change(reordered, SplitSql.REORDER, reordered.splitId(), reordered.order());
  }

  void on(SplitRemoved removed) throws SQLException {
    change(removed, SplitSql.REMOVE, removed.splitId(), event.time(), event.actionId());
  }

  void on(SplitBroughtBack back) throws SQLException {
    change(back, SplitSql.BRING_BACK, back.splitId());
  }

  private void change(ActivityEvent change, String sql, String splitId,
      @Nullable Object... others) throws SQLException {
    rows.change(sql, EntityRef.split(splitId), others);
    changePart(change);
  }

  private void changePart(ActivityEvent change) throws SQLException {
    rows.statements().update(ActivitySql.CHANGE_PART, change.activityId(), event.sequence());
  }
}
