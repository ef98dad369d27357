package org.fractalgoals.projections.activitygroup;

import java.sql.SQLException;

import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** Keeps the table {@code activity_groups}. */
public final class GroupProjector implements Projector {

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(RecordedEvent event, Statements statements) throws SQLException {
    if (event.payload() instanceof GroupEvent groupEvent) {
      apply(groupEvent, new RowWriter(event, statements, GroupSql.IS_KNOWN));
    }
  }

  private static void apply(GroupEvent event, RowWriter rows) throws SQLException {
    switch (event) {
      case GroupCreated created -> on(created, rows);
      case GroupRenamed renamed -> on(renamed, rows);
      case GroupDescribed described -> on(described, rows);
      case GroupReordered reordered -> on(reordered, rows);
      case GroupDeleted deleted -> on(deleted, rows);
      case GroupRestored restored -> on(restored, rows);
      case GroupTouched touched -> on(touched, rows);
    }
  }

  private static void on(GroupCreated created, RowWriter rows) throws SQLException {
    var event = rows.event();
    rows.statements().update(GroupSql.CREATE, created.groupId(), event.sequence(), event.time(),
        created.rootId(), created.name(), created.description(), created.sortOrder(),
        Imported.breaksRule(event.flags()));
  }

  private static void on(GroupRenamed renamed, RowWriter rows) throws SQLException {
    rows.change(GroupSql.RENAME, renamed.group(), renamed.name(),
        Imported.breaksRule(rows.event().flags()));
  }

  private static void on(GroupDescribed described, RowWriter rows) throws SQLException {
    rows.change(GroupSql.DESCRIBE, described.group(), described.description());
  }

  private static void on(GroupReordered reordered, RowWriter rows) throws SQLException {
    rows.change(GroupSql.REORDER, reordered.group(), reordered.sortOrder());
  }

  private static void on(GroupDeleted deleted, RowWriter rows) throws SQLException {
    rows.delete(GroupSql.DELETE, deleted.group());
  }

  private static void on(GroupRestored restored, RowWriter rows) throws SQLException {
    rows.change(GroupSql.RESTORE, restored.group());
  }

  private static void on(GroupTouched touched, RowWriter rows) throws SQLException {
    rows.change(GroupSql.TOUCH, touched.group());
  }
}
