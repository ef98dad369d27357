package org.fractalgoals.projections.program;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.program.DayEvent;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayBroughtBack;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.DayRemoved;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.DayReopened;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** What one event means for the row of a day and for what is planned for it. */
final class DayWriter {

  private final RecordedEvent event;
  private final RowWriter rows;

  DayWriter(RecordedEvent event, Statements statements) {
    this.event = event;
    this.rows = new RowWriter(event, statements, DaySql.IS_KNOWN);
  }

  void apply(DayEvent day) throws SQLException {
    switch (day) {
      case DayAdded added -> add(added);
      case DayRenamed renamed -> rows.change(DaySql.RENAME, day.day(), renamed.name());
      case DayRenumbered renumbered -> rows.change(DaySql.RENUMBER, day.day(),
          renumbered.dayNumber());
      case DayNoted noted -> rows.change(DaySql.NOTE, day.day(), noted.notes());
      case DayCompleted completed -> rows.change(DaySql.SET_COMPLETED, day.day(), true);
      case DayReopened reopened -> rows.change(DaySql.SET_COMPLETED, day.day(), false);
      case DayRemoved removed -> rows.delete(DaySql.DELETE, day.day());
      case DayBroughtBack back -> rows.change(DaySql.RESTORE, day.day());
      case TemplateScheduled scheduled -> schedule(scheduled);
      case TemplateUnscheduled unscheduled -> unschedule(unscheduled);
    }
    rows.statements().update(ProgramSql.CHANGE_PART, day.programId(), event.sequence());
  }

  private void add(DayAdded added) throws SQLException {
    rows.statements().update(DaySql.ADD, added.dayId(), event.sequence(), event.time(),
        event.rootId(), added.blockId(), added.date(), added.dayNumber(), added.name(),
        added.notes(), added.sortOrder(), Imported.breaksRule(event.flags()));
  }

  private void schedule(TemplateScheduled scheduled) throws SQLException {
    rows.change(DaySql.CHANGE_PLAN, scheduled.day());
    rows.statements().update(PlanSql.SCHEDULE, scheduled.scheduledId(), event.sequence(),
        scheduled.at(), event.rootId(), scheduled.dayId(), scheduled.templateId(),
        scheduled.byHand(), scheduled.completed(),
        ProgramProjector.text(scheduled.completionData()), scheduled.sortOrder(),
        Imported.breaksRule(event.flags()), event.time());
    listTemplates(scheduled);
  }

  private void unschedule(TemplateUnscheduled unscheduled) throws SQLException {
    rows.change(DaySql.CHANGE_PLAN, unscheduled.day());
    rows.statements().update(PlanSql.UNSCHEDULE, unscheduled.scheduledId(), event.sequence(),
        unscheduled.at(), event.time(), event.actionId());
    listTemplates(unscheduled);
  }

  private void listTemplates(DayEvent day) throws SQLException {
    rows.statements().update(PlanSql.LIST_TEMPLATES, day.dayId());
    rows.statements().update(PlanSql.FORGET_TEMPLATES, day.dayId());
  }
}
