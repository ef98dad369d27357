package org.fractalgoals.projections.program;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.program.BlockEvent;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.projections.engine.JsonList;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** What one event means for the row of a block. */
final class BlockWriter {

  private final RecordedEvent event;
  private final RowWriter rows;

  BlockWriter(RecordedEvent event, Statements statements) {
    this.event = event;
    this.rows = new RowWriter(event, statements, BlockSql.IS_KNOWN);
  }

  void apply(BlockEvent block) throws SQLException {
    switch (block) {
      case BlockAdded added -> add(added);
      case BlockRenamed renamed -> rows.change(BlockSql.RENAME, block.block(), renamed.name());
      case BlockDatesChanged changed -> rows.change(BlockSql.CHANGE_DATES, block.block(),
          changed.start(), changed.end(), Imported.breaksRule(event.flags()));
      case BlockColoured coloured -> rows.change(BlockSql.COLOUR, block.block(),
          coloured.color());
      case BlockGoalsChanged changed -> rows.change(BlockSql.CHANGE_GOALS, block.block(),
          JsonList.of(changed.goalIds()));
      case BlockGoalAttached attached -> rows.change(BlockSql.ATTACH_GOAL, block.block(),
          attached.goalId());
      case BlockRemoved removed -> rows.delete(BlockSql.DELETE, block.block());
      case BlockBroughtBack back -> rows.change(BlockSql.RESTORE, block.block());
    }
    rows.statements().update(ProgramSql.CHANGE_PART, block.programId(), event.sequence());
  }

  private void add(BlockAdded added) throws SQLException {
    rows.statements().update(BlockSql.ADD, added.blockId(), event.sequence(), event.time(),
        event.rootId(), added.programId(), added.name(), added.start(), added.end(),
        added.color(), JsonList.of(added.goalIds()), added.sortOrder(),
        Imported.breaksRule(event.flags()));
  }
}
