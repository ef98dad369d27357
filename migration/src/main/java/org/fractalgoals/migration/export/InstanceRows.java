package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.time.Instant;

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
import org.jspecify.annotations.Nullable;

/** Writes {@code activity_instances} and {@code metric_values}. */
final class InstanceRows {

  private final ExportedRows rows;
  private final ExportedTable instances;

  InstanceRows(ExportedRows rows) {
    this.rows = rows;
    this.instances = new ExportedTable(rows, "activity_instances");
  }

  void apply(RecordedEvent event, InstanceEvent instance) throws SQLException {
    var id = instance.instanceId();
    switch (instance) {
      case InstanceAdded added -> instances.insert(
          "id, session_id, activity_definition_id, root_id, sort_order, created_at, updated_at, completed",
          id, added.sessionId(), added.activityId(), event.rootId(), added.sortOrder(),
          event.time(), event.time(), false);
      case InstanceNoted noted -> instances.set(event, id, "notes", noted.notes());
      case InstanceSetsChanged changed ->
        instances.set(event, id, "data", "{\"sets\": " + changed.sets().text() + "}");
      case InstanceCompleted completed -> instances.set(event, id, "completed", true);
      case InstanceReopened reopened -> instances.set(event, id, "completed", false);
      case TimerStarted started -> setTimes(event, id, started.start(), null, null);
      case TimerStopped stopped -> {
        instances.set(event, id, "time_stop", timer(stopped.stop()));
        instances.set(event, id, "duration_seconds", stopped.durationSeconds());
      }
      case InstanceTimesSet set ->
        setTimes(event, id, set.start(), set.stop(), set.durationSeconds());
      case MetricRecorded recorded -> record(event, recorded);
      case InstanceReordered reordered ->
        instances.set(event, id, "sort_order", reordered.sortOrder());
      case InstanceDeleted deleted -> instances.delete(event, id);
      case InstanceRestored restored -> instances.restore(event, id);
      case InstanceTouched touched -> instances.touch(event, id);
    }
  }

  private void setTimes(RecordedEvent event, String id, @Nullable Instant start,
      @Nullable Instant stop, @Nullable Long seconds) throws SQLException {
    instances.set(event, id, "time_start", timer(start));
    instances.set(event, id, "time_stop", timer(stop));
    instances.set(event, id, "duration_seconds", seconds);
  }

  private @Nullable String timer(@Nullable Instant at) {
    return at == null ? null : LegacyTimes.ofDigits(rows.clocks().timerDigitsOf(at));
  }

  private void record(RecordedEvent event, MetricRecorded recorded) throws SQLException {
    instances.touch(event, recorded.instanceId());
    rows.update("""
      INSERT INTO metric_values (id, activity_instance_id, metric_definition_id,
        split_definition_id, value, root_id, created_at, updated_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
      ON CONFLICT (id) DO UPDATE
      SET value = excluded.value, updated_at = coalesce(?8, updated_at)
      """, recorded.valueId(), recorded.instanceId(), recorded.metricId(), recorded.splitId(),
        recorded.value(), event.rootId(), event.time(), recorded.at());
  }
}
