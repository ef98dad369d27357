package org.fractalgoals.migration.export;

import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.program.BlockEvent;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
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
import org.jspecify.annotations.Nullable;

/** Writes {@code program_blocks} and {@code program_days}, and notes what is planned for a day. They have no times of change. */
final class PlanRows {

  private final ExportedRows rows;

  PlanRows(ExportedRows rows) {
    this.rows = rows;
  }

  void apply(BlockEvent block) throws SQLException {
    var id = block.blockId();
    switch (block) {
      case BlockAdded added -> rows.update("""
        INSERT OR IGNORE INTO program_blocks (id, program_id, name, start_date, end_date, color,
          goal_ids)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, id, added.programId(), added.name(), added.start(), added.end(), added.color(),
          goals(added.goalIds()));
      case BlockRenamed renamed -> setBlock(id, "name", renamed.name());
      case BlockDatesChanged changed -> {
        setBlock(id, "start_date", changed.start());
        setBlock(id, "end_date", changed.end());
      }
      case BlockColoured coloured -> setBlock(id, "color", coloured.color());
      case BlockGoalsChanged changed -> setBlock(id, "goal_ids", goals(changed.goalIds()));
      case BlockGoalAttached attached -> rows.update("""
        UPDATE program_blocks
           SET goal_ids = iif(goal_ids IS NULL, '[', rtrim(goal_ids, ']') || ', ') || ?2 || ']'
         WHERE id = ?1 AND ?3 NOT IN (SELECT value FROM json_each(coalesce(goal_ids, '[]')))
        """, id, JsonList.quoted(attached.goalId()), attached.goalId());
      case BlockRemoved removed -> DeletedPlans.add(rows, block.block());
      case BlockBroughtBack back -> DeletedPlans.remove(rows, block.block());
    }
  }

  void apply(DayEvent day) throws SQLException {
    var id = day.dayId();
    switch (day) {
      case DayAdded added -> rows.update("""
        INSERT OR IGNORE INTO program_days (id, block_id, date, day_number, name, notes,
          is_completed)
        VALUES (?, ?, ?, ?, ?, ?, 0)
        """, id, added.blockId(), added.date(), added.dayNumber(), added.name(), added.notes());
      case DayRenamed renamed -> setDay(id, "name", renamed.name());
      case DayRenumbered renumbered -> setDay(id, "day_number", renumbered.dayNumber());
      case DayNoted noted -> setDay(id, "notes", noted.notes());
      case DayCompleted completed -> setDay(id, "is_completed", true);
      case DayReopened reopened -> setDay(id, "is_completed", false);
      case DayRemoved removed -> DeletedPlans.add(rows, day.day());
      case DayBroughtBack back -> DeletedPlans.remove(rows, day.day());
      case TemplateScheduled scheduled -> plan(scheduled);
      case TemplateUnscheduled unscheduled ->
        rows.update("DELETE FROM planned WHERE id = ?", unscheduled.scheduledId());
    }
  }

  /** What is planned without a template has no place in the legacy table. */
  private void plan(TemplateScheduled scheduled) throws SQLException {
    if (scheduled.templateId() != null) {
      rows.update(
          "INSERT OR REPLACE INTO planned (id, day_id, template_id, place) VALUES (?, ?, ?, ?)",
          scheduled.scheduledId(), scheduled.dayId(), scheduled.templateId(),
          scheduled.sortOrder());
    }
  }

  private static @Nullable String goals(List<String> ids) {
    return ids.isEmpty() ? null : JsonList.of(ids);
  }

  private void setBlock(String id, String column, @Nullable Object value) throws SQLException {
    rows.update("UPDATE program_blocks SET %s = ? WHERE id = ?".formatted(column), value, id);
  }

  private void setDay(String id, String column, @Nullable Object value) throws SQLException {
    rows.update("UPDATE program_days SET %s = ? WHERE id = ?".formatted(column), value, id);
  }
}
