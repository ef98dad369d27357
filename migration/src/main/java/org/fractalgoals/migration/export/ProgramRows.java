package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.program.ProgramEvent.OwnEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramActivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeactivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeleted;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRestored;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.jspecify.annotations.Nullable;

/** Writes {@code programs}. */
final class ProgramRows {

  private final ExportedRows rows;
  private final ExportedTable programs;

  ProgramRows(ExportedRows rows) {
    this.rows = rows;
    this.programs = new ExportedTable(rows, "programs");
  }

  void apply(RecordedEvent event, OwnEvent program) throws SQLException {
    var id = program.programId();
    switch (program) {
      case ProgramCreated created -> create(event, created);
      case ProgramRenamed renamed -> programs.set(event, id, "name", renamed.name());
      case ProgramDescribed described ->
        programs.set(event, id, "description", described.description());
      case ProgramDatesChanged changed -> {
        programs.set(event, id, "start_date", date(changed.start(), event.time()));
        programs.set(event, id, "end_date", date(changed.end(), event.time()));
      }
      case ProgramGoalsChanged changed ->
        programs.set(event, id, "goal_ids", JsonList.of(changed.goalIds()));
      case ProgramActivated activated -> programs.set(event, id, "is_active", true);
      case ProgramDeactivated deactivated -> programs.set(event, id, "is_active", false);
      case ProgramScheduleKept kept ->
        programs.set(event, id, "weekly_schedule", kept.schedule());
      case ProgramDeleted deleted -> DeletedPlans.add(rows, program.program());
      case ProgramRestored restored -> DeletedPlans.remove(rows, program.program());
      case ProgramTouched touched -> programs.touch(event, id);
    }
  }

  private void create(RecordedEvent event, ProgramCreated created) throws SQLException {
    programs.insert(
        "id, root_id, name, description, start_date, end_date, created_at, updated_at, is_active, goal_ids, weekly_schedule",
        created.programId(), created.rootId(), created.name(), created.description(),
        date(created.start(), event.time()), date(created.end(), event.time()), event.time(),
        event.time(), created.active(), JsonList.of(created.goalIds()),
        Objects.requireNonNullElse(created.schedule(), "[]"));
  }

  /** The legacy table requires a date: where none is known it takes the time of the event. */
  private static String date(@Nullable LocalDateTime digits, Instant otherwise) {
    return Objects.requireNonNullElse(LegacyTimes.ofDigits(digits), LegacyTimes.of(otherwise));
  }
}
