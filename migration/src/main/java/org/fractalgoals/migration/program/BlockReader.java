package org.fractalgoals.migration.program;

import java.util.ArrayList;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;

/** Reads the rows of {@code program_blocks} and {@code program_days} of one program. They know no times. */
record BlockReader(Evidence evidence, Place program) {

  private static final String BLOCKS = "program_blocks";
  private static final String DAYS = "program_days";
  private static final String PROGRAM = "program_id";
  private static final String BLOCK = "block_id";

  void addTo(History history) {
    var id = program.ref().id();
    long place = 1;
    for (var row : evidence.parts(Kind.BLOCK, BLOCKS, PROGRAM, id)) {
      block(row, place++, history);
    }
    if (evidence.references().parentOf(EntityRef.block(id)).isEmpty()) {
      days(id, history);
    }
  }

  private void block(LegacyRow row, long place, History history) {
    var id = Cells.text(row, "id");
    var goals = new GoalList(evidence, row);
    var flags = new ArrayList<String>();
    flags.add(Flags.TIME_UNKNOWN);
    var start = Cells.day(row, "start_date", flags);
    var end = Cells.day(row, "end_date", flags);
    if (start != null && end != null && end.isBefore(start)) {
      flags.add(Flags.checkViolated("end_date"));
    }
    evidence.refer(row, PROGRAM, Kind.PROGRAM, flags);
    flags.addAll(goals.flags());
    history.add(new BlockAdded(program.ref().id(), id, Cells.text(row, "name"), start, end,
        row.text("color"), goals.ids(), place, null), null, flags, row);
    days(id, history);
  }

  /** The days of a block; where the block itself is missing, too, the program has its id. */
  private void days(String blockId, History history) {
    long place = 1;
    for (var row : evidence.parts(Kind.DAY, DAYS, BLOCK, blockId)) {
      day(blockId, row, place++, history);
    }
  }

  private void day(String blockId, LegacyRow row, long place, History history) {
    var id = Cells.text(row, "id");
    var flags = new ArrayList<String>();
    flags.add(Flags.TIME_UNKNOWN);
    var date = Cells.day(row, "date", flags);
    var number = Cells.integer(row, "day_number", flags);
    evidence.refer(row, BLOCK, Kind.BLOCK, flags);
    history.add(new DayAdded(program.ref().id(), blockId, id, date, number,
        row.text("name"), row.text("notes"), place, null), null, flags, row);
    new PlanReader(evidence, program.ref().id(), id).addTo(history);
    if (Cells.isTrue(row, "is_completed")) {
      history.addAll(Life.atUnknownTime(new DayCompleted(program.ref().id(), id, null)));
    }
  }
}
