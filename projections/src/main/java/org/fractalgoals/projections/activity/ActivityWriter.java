package org.fractalgoals.projections.activity;

import java.sql.SQLException;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** What one event means for the row of its activity. */
final class ActivityWriter {

  private final RecordedEvent event;
  private final RowWriter rows;

  ActivityWriter(RecordedEvent event, Statements statements) {
    this.event = event;
    this.rows = new RowWriter(event, statements, ActivitySql.IS_KNOWN);
  }

  void on(ActivityDefined defined) throws SQLException {
    var flags = ActivityFlag.ofCodes(defined.flags());
    rows.statements().update(ActivitySql.DEFINE, defined.activityId(), event.sequence(),
        event.time(), defined.rootId(), defined.groupId(), defined.name(), defined.description(),
        flags.contains(ActivityFlag.SETS), flags.contains(ActivityFlag.METRICS),
        flags.contains(ActivityFlag.METRICS_MULTIPLICATIVE), flags.contains(ActivityFlag.SPLITS),
        Imported.breaksRule(event.flags()));
  }

  void on(ActivityRenamed renamed) throws SQLException {
    rows.change(ActivitySql.RENAME, renamed.activity(), renamed.name(),
        Imported.breaksRule(event.flags()));
  }

  void on(ActivityDescribed described) throws SQLException {
    rows.change(ActivitySql.DESCRIBE, described.activity(), described.description());
  }

  void on(ActivityFlagsChanged changed) throws SQLException {
    var flags = ActivityFlag.ofCodes(changed.flags());
    rows.change(ActivitySql.CHANGE_FLAGS, changed.activity(), flags.contains(ActivityFlag.SETS),
        flags.contains(ActivityFlag.METRICS),
        flags.contains(ActivityFlag.METRICS_MULTIPLICATIVE), flags.contains(ActivityFlag.SPLITS));
  }

  void on(ActivityGrouped grouped) throws SQLException {
    rows.change(ActivitySql.CHANGE_GROUP, grouped.activity(), grouped.groupId());
  }

  void on(ActivityUngrouped ungrouped) throws SQLException {
    rows.change(ActivitySql.CHANGE_GROUP, ungrouped.activity(), (Object) null);
  }

  void on(ActivityDeleted deleted) throws SQLException {
    rows.delete(ActivitySql.DELETE, deleted.activity());
  }

  void on(ActivityRestored restored) throws SQLException {
    rows.change(ActivitySql.RESTORE, restored.activity());
  }

  void on(ActivityTouched touched) throws SQLException {
    rows.change(ActivitySql.TOUCH, touched.activity());
  }
}
