package org.fractalgoals.migration.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Makes what files tell. */
final class Units {

  /** When everything began that files told first. */
  static final Instant BEGUN = Instant.parse("2026-01-01T10:00:00Z");
  /** When people changed it. */
  static final Instant SINCE = Instant.parse("2026-01-03T10:00:00Z");
  /** When it was changed in the legacy application. */
  static final Instant LATER = Instant.parse("2026-01-05T10:00:00Z");
  static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  static final EntityRef GOAL = EntityRef.goal("goal");
  static final EntityRef SESSION = EntityRef.session("session");
  static final EntityRef INSTANCE = EntityRef.instance("instance");

  private static final List<String> COLUMNS = List.of("name", "description", "deadline", "targets",
      "completed", "deleted_at", "sort_order", "notes", "duration_minutes",
      "total_duration_seconds", "session_start", "session_end", "template_id", "attributes", "data",
      "time_start", "time_stop", "duration_seconds");

  private Units() {}

  static GoalCreated goal(String name, String description) {
    return goal(name, description, null);
  }

  static GoalCreated goal(String name, String description, @Nullable LocalDate deadline) {
    return new GoalCreated("goal", "root", EntityRef.goal("root"), "LongTermGoal", name,
        description, deadline, null, 1, DAY, BEGUN);
  }

  static SessionCreated session(String name) {
    return new SessionCreated("session", "root", EntityRef.goal("goal"), List.of(), name, "", null,
        null, null, null, null, null, DAY, BEGUN);
  }

  static InstanceAdded instance(String id, long place) {
    return new InstanceAdded("session", id, "activity", place, BEGUN);
  }

  static MetricRecorded value(String instance, String metric, double value) {
    return new MetricRecorded("session", instance, instance + metric, metric, null, value, false,
        BEGUN);
  }

  /** A row with all columns, each empty; rows differ by their rowids. */
  static LegacyRow row(String table, long rowid) {
    return row(table, rowid, COLUMNS);
  }

  static LegacyRow row(String table, long rowid, List<String> columns) {
    return new LegacyRow(table, rowid, List.of(), columns.stream()
        .map(column -> new LegacyRow.Cell(column, new CellValue.Null())).toList());
  }

  /** Told by a row, as of the time of the event. */
  static LegacyEvent told(DomainEvent event, LegacyRow row, String... flags) {
    return new LegacyEvent(event, event.at(), List.of(flags), row);
  }

  /** Told by the row of an event before, as of the time of the event. */
  static LegacyEvent told(DomainEvent event) {
    return new LegacyEvent(event, event.at(), List.of(), null);
  }

  /** Events of which none stands for a row, as of a time. */
  static LegacyUnit unit(@Nullable Instant effectiveAt, List<DomainEvent> events) {
    return unit(events.stream()
        .map(event -> new LegacyEvent(event, effectiveAt, List.of(), null))
        .toArray(LegacyEvent[]::new));
  }

  static LegacyUnit unit(LegacyEvent... events) {
    var stream = events[0].event().stream();
    var slash = stream.indexOf('/');
    return new LegacyUnit(
        new EntityRef(Kind.ofCode(stream.substring(0, slash)), stream.substring(slash + 1)),
        "root", Arrays.asList(events), List.of());
  }

  /** All rows of a unit, wherever they are. */
  static List<LegacyRow> rows(LegacyUnit unit) {
    var rows = new ArrayList<LegacyRow>();
    Stream.concat(unit.events().stream().map(LegacyEvent::row),
        unit.kept().stream().map(KeptRow::row)).filter(Objects::nonNull).forEach(rows::add);
    return rows;
  }
}
