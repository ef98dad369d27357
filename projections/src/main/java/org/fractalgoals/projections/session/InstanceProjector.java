package org.fractalgoals.projections.session;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.session.InstanceEvent;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTouched;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** Keeps the tables {@code activity_instances} and {@code metric_values}. */
public final class InstanceProjector implements Projector {

  @Override
  public String name() {
    return "instances";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) throws SQLException {
    if (event.payload() instanceof InstanceEvent instanceEvent) {
      apply(instanceEvent, new RowWriter(event, rows, InstanceSql.IS_KNOWN));
    }
  }

  private static void apply(InstanceEvent event, RowWriter rows) throws SQLException {
    switch (event) {
      case InstanceAdded added -> on(added, rows);
      case InstanceNoted noted -> on(noted, rows);
      case InstanceSetsChanged changed -> on(changed, rows);
      case InstanceCompleted completed -> on(completed, rows);
      case InstanceReopened reopened -> on(reopened, rows);
      case TimerStarted started -> on(started, rows);
      case TimerStopped stopped -> on(stopped, rows);
      case InstanceTimesSet set -> on(set, rows);
      case MetricRecorded recorded -> on(recorded, rows);
      case InstanceReordered reordered -> on(reordered, rows);
      case InstanceDeleted deleted -> on(deleted, rows);
      case InstanceRestored restored -> on(restored, rows);
      case InstanceTouched touched -> on(touched, rows);
    }
  }

  private static void on(InstanceAdded added, RowWriter rows) throws SQLException {
    var event = rows.event();
    var isNew = rows.statements().update(InstanceSql.ADD, added.instanceId(), event.sequence(),
        event.time(), event.rootId(), added.sessionId(), added.activityId(), added.sortOrder(),
        breaksRule(rows)) > 0;
    if (!isNew) {
      rows.statements().update(InstanceSql.FILL, added.instanceId(), event.sequence(),
          event.time(), added.sessionId(), added.activityId(), added.sortOrder(),
          breaksRule(rows));
      rows.statements().update(InstanceSql.FILL_NOTES, added.instanceId());
    }
  }

  private static void on(InstanceNoted noted, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.NOTE, noted.instance(), noted.notes());
  }

  private static void on(InstanceSetsChanged changed, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.CHANGE_SETS, changed.instance(), changed.sets().text());
  }

  private static void on(InstanceCompleted completed, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.COMPLETE, completed.instance());
  }

  private static void on(InstanceReopened reopened, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.REOPEN, reopened.instance());
  }

  private static void on(TimerStarted started, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.START, started.instance(), started.start());
  }

  private static void on(TimerStopped stopped, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.STOP, stopped.instance(), stopped.stop(), stopped.durationSeconds(),
        breaksRule(rows));
    conform(stopped, rows);
  }

  private static void on(InstanceTimesSet set, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.SET_TIMES, set.instance(), set.start(), set.stop(),
        set.durationSeconds(), breaksRule(rows));
    conform(set, rows);
  }

  /** What is measured changes the instance as well: whoever holds its version must learn of it. */
  private static void on(MetricRecorded recorded, RowWriter rows) throws SQLException {
    var event = rows.event();
    rows.change(InstanceSql.TOUCH, recorded.instance());
    rows.statements().update(InstanceSql.RECORD, recorded.valueId(), event.sequence(),
        recorded.at(), event.rootId(), recorded.instanceId(), recorded.metricId(),
        recorded.splitId(), recorded.value(), recorded.allowNegative(), event.time(),
        breaksRule(rows));
  }

  private static void on(InstanceReordered reordered, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.REORDER, reordered.instance(), reordered.sortOrder());
  }

  private static void on(InstanceDeleted deleted, RowWriter rows) throws SQLException {
    rows.delete(InstanceSql.DELETE, deleted.instance());
  }

  private static void on(InstanceRestored restored, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.RESTORE, restored.instance());
  }

  private static void on(InstanceTouched touched, RowWriter rows) throws SQLException {
    rows.change(InstanceSql.TOUCH, touched.instance());
  }

  private static boolean breaksRule(RowWriter rows) {
    return Imported.breaksRule(rows.event().flags());
  }

  private static void conform(InstanceEvent event, RowWriter rows) throws SQLException {
    rows.statements().update(InstanceSql.CONFORM, event.instanceId());
  }
}
