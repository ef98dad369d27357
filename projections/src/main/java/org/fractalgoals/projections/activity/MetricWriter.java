package org.fractalgoals.projections.activity;

import java.sql.SQLException;

import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/** What one event means for the row of a metric. */
final class MetricWriter {

  private final RecordedEvent event;
  private final RowWriter rows;

  MetricWriter(RecordedEvent event, Statements statements) {
    this.event = event;
    this.rows = new RowWriter(event, statements, MetricSql.IS_KNOWN);
  }

  void on(MetricAdded added) throws SQLException {
    var measure = added.measure();
    rows.statements().update(MetricSql.ADD, added.metricId(), event.sequence(), event.time(),
        event.rootId(), added.activityId(), added.name(), measure.unit(), measure.topSet(),
        measure.multiplicative(), measure.allowNegative(), added.sortOrder(),
        Imported.breaksRule(event.flags()));
    changePart(added);
  }

  void on(MetricRenamed renamed) throws SQLException {
    change(renamed, MetricSql.RENAME, renamed.metricId(), renamed.name(),
        Imported.breaksRule(event.flags()));
  }

  void on(MetricRedefined redefined) throws SQLException {
    var measure = redefined.measure();
    change(redefined, MetricSql.REDEFINE, redefined.metricId(), measure.unit(), measure.topSet(),
        measure.multiplicative(), measure.allowNegative());
  }

  void on(MetricRemoved removed) throws SQLException {
    change(removed, MetricSql.REMOVE, removed.metricId(), event.time(), event.actionId());
  }

  void on(MetricBroughtBack back) throws SQLException {
    change(back, MetricSql.BRING_BACK, back.metricId());
  }

  private void change(ActivityEvent change, String sql, String metricId,
      @Nullable Object... others) throws SQLException {
    rows.change(sql, EntityRef.metric(metricId), others);
    changePart(change);
  }

  private void changePart(ActivityEvent change) throws SQLException {
    rows.statements().update(ActivitySql.CHANGE_PART, change.activityId(), event.sequence());
  }
}
