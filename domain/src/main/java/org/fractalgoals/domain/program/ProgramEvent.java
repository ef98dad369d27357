package org.fractalgoals.domain.program;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a program and, as {@link BlockEvent} and {@link DayEvent}, to its blocks and their days. */
public sealed interface ProgramEvent extends DomainEvent
    permits ProgramEvent.OwnEvent, BlockEvent, DayEvent {

  /** Id of the program. */
  String programId();

  /** The program itself. */
  default EntityRef program() {
    return EntityRef.program(programId());
  }

  @Override
  default String stream() {
    return program().toString();
  }

  /** Concerns the program itself. */
  sealed interface OwnEvent extends ProgramEvent {

    @Override
    default List<EntityChange> changes() {
      return switch (this) {
        case ProgramCreated created -> List.of(new EntityChange.Added(program(), null, null, 0));
        case ProgramDatesChanged changed -> List.of(new EntityChange.Conformed(program()));
        case ProgramDeleted deleted -> List.of(new EntityChange.Deleted(program()));
        case ProgramRestored restored -> List.of(new EntityChange.Restored(program()));
        case ProgramRenamed renamed -> List.of();
        case ProgramDescribed described -> List.of();
        case ProgramGoalsChanged changed -> List.of();
        case ProgramActivated activated -> List.of();
        case ProgramDeactivated deactivated -> List.of();
        case ProgramScheduleKept kept -> List.of();
        case ProgramTouched touched -> List.of();
      };
    }
  }

  /**
   * A program came into being.
   *
   * @param rootId the fractal
   * @param name as sent
   * @param description may be empty
   * @param start wall-clock digits as they were sent, of no zone; null only where an imported one is not readable
   * @param end likewise; not before the start, unless imported
   * @param goalIds the goals it serves; imported ones may not exist
   * @param active whether it is followed
   * @param schedule the weekly schedule as it was sent, a JSON list; null if none was. What counts are the blocks and days
   */
  @StoredAs("program.created")
  record ProgramCreated(String programId, String rootId, String name, String description,
      @Nullable LocalDateTime start, @Nullable LocalDateTime end, List<String> goalIds,
      boolean active, @Nullable JsonText schedule, @Nullable Instant at) implements OwnEvent {

    public ProgramCreated {
      goalIds = List.copyOf(goalIds);
    }
  }

  /**
   * The program has another name.
   *
   * @param name the name it has now
   */
  @StoredAs("program.renamed")
  record ProgramRenamed(String programId, String name, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * The program has another description.
   *
   * @param description what it says now; may be empty
   */
  @StoredAs("program.described")
  record ProgramDescribed(String programId, String description, @Nullable Instant at)
      implements
        OwnEvent {}

  /**
   * The program takes place at another time: both dates as they are now.
   *
   * @param start wall-clock digits of no zone; null only where imported
   * @param end likewise; not before the start, unless imported
   */
  @StoredAs("program.dates-changed")
  record ProgramDatesChanged(String programId, @Nullable LocalDateTime start,
      @Nullable LocalDateTime end, @Nullable Instant at) implements OwnEvent {}

  /**
   * The program serves other goals.
   *
   * @param goalIds all of them, those that are hidden at present included
   */
  @StoredAs("program.goals-changed")
  record ProgramGoalsChanged(String programId, List<String> goalIds, @Nullable Instant at)
      implements
        OwnEvent {

    public ProgramGoalsChanged {
      goalIds = List.copyOf(goalIds);
    }
  }

  /** The program is followed. */
  @StoredAs("program.activated")
  record ProgramActivated(String programId, @Nullable Instant at) implements OwnEvent {}

  /** The program is not followed any more. */
  @StoredAs("program.deactivated")
  record ProgramDeactivated(String programId, @Nullable Instant at) implements OwnEvent {}

  /**
   * Another weekly schedule was sent; what it did to blocks and days is told by events of theirs.
   *
   * @param schedule the list as it was sent; free JSON
   */
  @StoredAs("program.schedule-kept")
  record ProgramScheduleKept(String programId, JsonText schedule, @Nullable Instant at)
      implements
        OwnEvent {}

  /** Deleted, alone or with its fractal: all deletions of one action have its action id. */
  @StoredAs("program.deleted")
  record ProgramDeleted(String programId, @Nullable Instant at) implements OwnEvent {}

  /** The program is back from the trash. */
  @StoredAs("program.restored")
  record ProgramRestored(String programId, @Nullable Instant at) implements OwnEvent {}

  /** The legacy file says that the program was changed at this time, and not what was changed. */
  @StoredAs("program.touched")
  record ProgramTouched(String programId, @Nullable Instant at) implements OwnEvent {}
}
