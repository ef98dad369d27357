package org.fractalgoals.domain.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a day of a block, and to what is planned for it. It leaves program and block as they were. */
public sealed interface DayEvent extends ProgramEvent {

  /** Id of the day. */
  String dayId();

  /** The day itself. */
  default EntityRef day() {
    return EntityRef.day(dayId());
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case DayAdded added -> List.of(new EntityChange.Added(day(),
          EntityRef.block(added.blockId()), null, added.sortOrder()));
      case DayRemoved removed -> List.of(new EntityChange.Deleted(day()));
      case DayBroughtBack back -> List.of(new EntityChange.Restored(day()));
      case DayRenamed renamed -> List.of();
      case DayRenumbered renumbered -> List.of();
      case DayNoted noted -> List.of();
      case DayCompleted completed -> List.of();
      case DayReopened reopened -> List.of();
      case TemplateScheduled scheduled -> List.of();
      case TemplateUnscheduled unscheduled -> List.of();
    };
  }

  /**
   * A day was added to a block.
   *
   * @param blockId the block; never another one
   * @param date the day of the calendar; null for a day that is not fixed to one
   * @param dayNumber its place as people count, from 1; days of one block may share it; null only where imported
   * @param name null only where imported
   * @param notes null for none
   * @param sortOrder place among the days of the block in order of creation; never changes
   */
  @StoredAs("day.added")
  record DayAdded(String programId, String blockId, String dayId, @Nullable LocalDate date,
      @Nullable Long dayNumber, @Nullable String name, @Nullable String notes, long sortOrder,
      @Nullable Instant at) implements DayEvent {}

  /**
   * The day has another name.
   *
   * @param name the name it has now; null only where imported
   */
  @StoredAs("day.renamed")
  record DayRenamed(String programId, String dayId, @Nullable String name, @Nullable Instant at)
      implements
        DayEvent {}

  /**
   * The day has another place as people count.
   *
   * @param dayNumber the number it has now; null only where imported
   */
  @StoredAs("day.renumbered")
  record DayRenumbered(String programId, String dayId, @Nullable Long dayNumber,
      @Nullable Instant at) implements DayEvent {}

  /**
   * The day has other notes.
   *
   * @param notes what they say now; null for none
   */
  @StoredAs("day.noted")
  record DayNoted(String programId, String dayId, @Nullable String notes, @Nullable Instant at)
      implements
        DayEvent {}

  /** A legacy file says that what was planned for the day is done. */
  @StoredAs("day.completed")
  record DayCompleted(String programId, String dayId, @Nullable Instant at) implements DayEvent {}

  /** A legacy file says that what was planned for the day is not done after all. */
  @StoredAs("day.reopened")
  record DayReopened(String programId, String dayId, @Nullable Instant at) implements DayEvent {}

  /** The day is no part of its block any more. */
  @StoredAs("day.removed")
  record DayRemoved(String programId, String dayId, @Nullable Instant at) implements DayEvent {}

  /** The day is a part of its block again. */
  @StoredAs("day.brought-back")
  record DayBroughtBack(String programId, String dayId, @Nullable Instant at)
      implements
        DayEvent {}

  /**
   * A session is planned for the day. One that was taken off the day may come back under its id.
   *
   * @param scheduledId id of the planned session
   * @param templateId what it is to be begun from; null only where imported
   * @param byHand whether a person put it on the day; otherwise the weekly schedule did, and takes it away again when it
   *     lists it no more
   * @param completed whether it was held, as a legacy file says
   * @param completionData free JSON of a legacy file; null for none
   * @param sortOrder place among what is planned for the day
   */
  @StoredAs("day.template-scheduled")
  record TemplateScheduled(String programId, String dayId, String scheduledId,
      @Nullable String templateId, boolean byHand, boolean completed,
      @Nullable JsonText completionData, long sortOrder, @Nullable Instant at)
      implements
        DayEvent {}

  /**
   * A session is planned for the day no more.
   *
   * @param scheduledId id of the planned session
   */
  @StoredAs("day.template-unscheduled")
  record TemplateUnscheduled(String programId, String dayId, String scheduledId,
      @Nullable Instant at) implements DayEvent {}
}
