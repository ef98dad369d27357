package org.fractalgoals.domain.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.jspecify.annotations.Nullable;

/** What decisions about a block need to know of it; see {@link BlockAdded}. */
public record BlockState(String blockId, String name, @Nullable LocalDate start,
    @Nullable LocalDate end, @Nullable String color, List<String> goalIds, long sortOrder,
    boolean removed) {

  public BlockState {
    goalIds = List.copyOf(goalIds);
  }

  static BlockState of(BlockAdded added) {
    return new BlockState(added.blockId(), added.name(), added.start(), added.end(),
        added.color(), added.goalIds(), added.sortOrder(), false);
  }

  BlockState evolve(BlockEvent event) {
    return switch (event) {
      case BlockAdded added -> of(added);
      case BlockRenamed renamed -> new BlockState(blockId, renamed.name(), start, end, color,
          goalIds, sortOrder, removed);
      case BlockDatesChanged changed -> new BlockState(blockId, name, changed.start(),
          changed.end(), color, goalIds, sortOrder, removed);
      case BlockColoured coloured -> new BlockState(blockId, name, start, end, coloured.color(),
          goalIds, sortOrder, removed);
      case BlockGoalsChanged changed -> withGoals(changed.goalIds());
      case BlockGoalAttached attached -> withGoal(attached.goalId());
      case BlockRemoved gone -> withRemoved(true);
      case BlockBroughtBack back -> withRemoved(false);
    };
  }

  /** The days of the calendar it covers, in order; none if it has no dates. */
  Iterable<LocalDate> dates() {
    return start == null || end == null || end.isBefore(start)
        ? List.of()
        : () -> start.datesUntil(end.plusDays(1)).iterator();
  }

  boolean hasDates() {
    return start != null && end != null;
  }

  private BlockState withGoal(String goalId) {
    if (goalIds.contains(goalId)) {
      return this;
    }
    var more = new ArrayList<>(goalIds);
    more.add(goalId);
    return withGoals(more);
  }

  private BlockState withGoals(List<String> newGoalIds) {
    return new BlockState(blockId, name, start, end, color, newGoalIds, sortOrder, removed);
  }

  private BlockState withRemoved(boolean isRemoved) {
    return new BlockState(blockId, name, start, end, color, goalIds, sortOrder, isRemoved);
  }
}
