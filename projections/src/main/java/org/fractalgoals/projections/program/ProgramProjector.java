package org.fractalgoals.projections.program;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.program.BlockEvent;
import org.fractalgoals.domain.program.DayEvent;
import org.fractalgoals.domain.program.ProgramEvent;
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
import org.fractalgoals.projections.engine.JsonList;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tables {@code programs}, {@code program_blocks}, {@code program_days}, {@code scheduled_sessions} and
 * {@code program_day_templates}.
 */
public final class ProgramProjector implements Projector {

  @Override
  public String name() {
    return "programs";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void apply(RecordedEvent event, Statements statements) throws SQLException {
    if (event.payload() instanceof ProgramEvent programEvent) {
      switch (programEvent) {
        case OwnEvent own -> apply(own, new RowWriter(event, statements, ProgramSql.IS_KNOWN));
        case BlockEvent block -> new BlockWriter(event, statements).apply(block);
        case DayEvent day -> new DayWriter(event, statements).apply(day);
      }
    }
  }

  private static void apply(OwnEvent event, RowWriter rows) throws SQLException {
    switch (event) {
      case ProgramCreated created -> on(created, rows);
      case ProgramRenamed renamed -> rows.change(ProgramSql.RENAME, event.program(),
          renamed.name());
      case ProgramDescribed described -> rows.change(ProgramSql.DESCRIBE, event.program(),
          described.description());
      case ProgramDatesChanged changed -> rows.change(ProgramSql.CHANGE_DATES, event.program(),
          changed.start(), changed.end(), Imported.breaksRule(rows.event().flags()));
      case ProgramGoalsChanged changed -> rows.change(ProgramSql.CHANGE_GOALS, event.program(),
          JsonList.of(changed.goalIds()));
      case ProgramActivated on -> rows.change(ProgramSql.SET_ACTIVE, event.program(), true);
      case ProgramDeactivated off -> rows.change(ProgramSql.SET_ACTIVE, event.program(), false);
      case ProgramScheduleKept kept -> rows.change(ProgramSql.KEEP_SCHEDULE, event.program(),
          kept.schedule().text());
      case ProgramDeleted deleted -> rows.delete(ProgramSql.DELETE, event.program());
      case ProgramRestored restored -> rows.change(ProgramSql.RESTORE, event.program());
      case ProgramTouched touched -> rows.change(ProgramSql.TOUCH, event.program());
    }
  }

  private static void on(ProgramCreated created, RowWriter rows) throws SQLException {
    var event = rows.event();
    rows.statements().update(ProgramSql.CREATE, created.programId(), event.sequence(),
        event.time(), created.rootId(), created.name(), created.description(), created.start(),
        created.end(), JsonList.of(created.goalIds()), created.active(), text(created.schedule()),
        Imported.breaksRule(event.flags()));
  }

  static @Nullable String text(@Nullable JsonText json) {
    return json == null ? null : json.text();
  }
}
