package org.fractalgoals.domain.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a block: a stretch of days of a program. It leaves the program itself as it was. */
public sealed interface BlockEvent extends ProgramEvent {

  /** Id of the block, often made by a client. */
  String blockId();

  /** The block itself. */
  default EntityRef block() {
    return EntityRef.block(blockId());
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case BlockAdded added -> List
          .of(new EntityChange.Added(block(), program(), null, added.sortOrder()));
      case BlockDatesChanged changed -> List.of(new EntityChange.Conformed(block()));
      case BlockRemoved removed -> List.of(new EntityChange.Deleted(block()));
      case BlockBroughtBack back -> List.of(new EntityChange.Restored(block()));
      case BlockRenamed renamed -> List.of();
      case BlockColoured coloured -> List.of();
      case BlockGoalsChanged changed -> List.of();
      case BlockGoalAttached attached -> List.of();
    };
  }

  /**
   * A block was added to the program.
   *
   * @param name as sent
   * @param start its first day; null only where an imported one has none
   * @param end its last day; not before the first, unless imported
   * @param color such as {@code #123456}; any text; null for none
   * @param goalIds the goals it serves; imported ones may not exist
   * @param sortOrder place among the blocks of the program in order of creation; never changes
   */
  @StoredAs("block.added")
  record BlockAdded(String programId, String blockId, String name, @Nullable LocalDate start,
      @Nullable LocalDate end, @Nullable String color, List<String> goalIds, long sortOrder,
      @Nullable Instant at) implements BlockEvent {

    public BlockAdded {
      goalIds = List.copyOf(goalIds);
    }
  }

  /**
   * The block has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("block.renamed")
  record BlockRenamed(String programId, String blockId, String name, @Nullable Instant at)
      implements
        BlockEvent {}

  /**
   * The block covers other days: both dates as they are now.
   *
   * @param start its first day; null only where imported
   * @param end its last day; not before the first, unless imported
   */
  @StoredAs("block.dates-changed")
  record BlockDatesChanged(String programId, String blockId, @Nullable LocalDate start,
      @Nullable LocalDate end, @Nullable Instant at) implements BlockEvent {}

  /**
   * The block has another colour.
   *
   * @param color any text; null for none
   */
  @StoredAs("block.coloured")
  record BlockColoured(String programId, String blockId, @Nullable String color,
      @Nullable Instant at) implements BlockEvent {}

  /**
   * A legacy file says that the block serves other goals.
   *
   * @param goalIds all of them
   */
  @StoredAs("block.goals-changed")
  record BlockGoalsChanged(String programId, String blockId, List<String> goalIds,
      @Nullable Instant at) implements BlockEvent {

    public BlockGoalsChanged {
      goalIds = List.copyOf(goalIds);
    }
  }

  /**
   * The block serves one goal more; one that it serves already is not served twice.
   *
   * @param goalId the goal
   */
  @StoredAs("block.goal-attached")
  record BlockGoalAttached(String programId, String blockId, String goalId, @Nullable Instant at)
      implements
        BlockEvent {}

  /** The block is no part of the program any more; its days keep their own state. */
  @StoredAs("block.removed")
  record BlockRemoved(String programId, String blockId, @Nullable Instant at)
      implements
        BlockEvent {}

  /** The block is a part of the program again. */
  @StoredAs("block.brought-back")
  record BlockBroughtBack(String programId, String blockId, @Nullable Instant at)
      implements
        BlockEvent {}
}
