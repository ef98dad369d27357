package org.fractalgoals.domain.program;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a single program. It, its blocks and its days are deleted and restored by what
 * {@code org.fractalgoals.domain.trash} offers; {@link AttachGoal} concerns a goal as well.
 *
 * <p>Names of what may have been imported are plain texts: they are judged where they change.
 */
public sealed interface ProgramCommand {

  ProgramId programId();

  /** The fractal the program is asked for in. */
  String rootId();

  /**
   * A new program, which is active.
   *
   * @param end not before the start
   * @param goalIds the goals it serves
   * @param schedule its blocks; null for none
   */
  record CreateProgram(@TargetAggregateIdentifier ProgramId programId, String rootId, Name name,
      Description description, LocalDateTime start, LocalDateTime end, List<String> goalIds,
      @Nullable Schedule schedule) implements ProgramCommand {

    public CreateProgram {
      goalIds = List.copyOf(goalIds);
    }
  }

  /** Concerns a program that exists. */
  sealed interface Alteration extends ProgramCommand {}

  /** Several changes of one program, all or none. */
  record ChangeProgram(@TargetAggregateIdentifier ProgramId programId, String rootId,
      List<ProgramChange> changes) implements Alteration {

    public ChangeProgram {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The blocks that a program is to have.
   *
   * @param text the list of blocks as it was sent
   * @param blocks what it says
   */
  record Schedule(JsonText text, List<WantedBlock> blocks) {

    public Schedule {
      blocks = List.copyOf(blocks);
    }
  }

  /** One change of a program. */
  sealed interface ProgramChange {

    record Rename(String name) implements ProgramChange {}

    record Describe(Description description) implements ProgramChange {}

    /** Wall-clock digits; null for the ones it has. */
    record SetDates(@Nullable LocalDateTime start, @Nullable LocalDateTime end)
        implements
          ProgramChange {}

    /** The goals it is to serve from now on. Links to deleted goals, which nobody sees, stay. */
    record SetGoals(List<String> goalIds) implements ProgramChange {

      public SetGoals {
        goalIds = List.copyOf(goalIds);
      }
    }

    record SetActive(boolean active) implements ProgramChange {}

    /**
     * The blocks it is to have from now on, all of them. One that is not listed is removed; one that was removed comes
     * back when its id is listed. Each date of a block gets a day, and what the schedule lists for its day of the week;
     * what people put there by hand stays.
     */
    record SetSchedule(Schedule schedule) implements ProgramChange {}
  }

  /** Concerns days of a block, perhaps those of other blocks along with them. */
  sealed interface DayCommand extends Alteration {

    String blockId();
  }

  /**
   * Adds days to a block, with sessions planned for them.
   *
   * @param name of the days; null for a usual one
   * @param templateIds what is planned for each of them
   * @param weekday every such day of the week in the block, those that are there already included; null for one day
   *     without a date
   * @param cascade whether the blocks after this one get the same
   */
  record AddDays(@TargetAggregateIdentifier ProgramId programId, String rootId, String blockId,
      @Nullable String name, List<String> templateIds, @Nullable DayOfWeek weekday,
      boolean cascade) implements DayCommand {

    public AddDays {
      templateIds = List.copyOf(templateIds);
      WantedBlock.requireFew(templateIds.size(), 0);
    }
  }

  /**
   * Changes a day.
   *
   * @param name null to leave it
   * @param dayNumber null to leave it
   * @param templateIds what is to be planned for it from now on; null to leave it
   * @param cascade whether the day of the same number in each block after this one gets the same name and plan
   */
  record EditDay(@TargetAggregateIdentifier ProgramId programId, String rootId, String blockId,
      String dayId, @Nullable String name, @Nullable Long dayNumber,
      @Nullable List<String> templateIds, boolean cascade) implements DayCommand {

    public EditDay {
      templateIds = templateIds == null ? null : List.copyOf(templateIds);
    }
  }

  /** Makes the day of the same number in every other block like this one: its name, and what is planned for it. */
  record CopyDay(@TargetAggregateIdentifier ProgramId programId, String rootId, String blockId,
      String dayId) implements DayCommand {}
}
