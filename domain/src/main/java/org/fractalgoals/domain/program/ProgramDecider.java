package org.fractalgoals.domain.program;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.program.ProgramCommand.Alteration;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.CreateProgram;
import org.fractalgoals.domain.program.ProgramCommand.DayCommand;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.Describe;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.Rename;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetActive;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetDates;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetGoals;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange.SetSchedule;
import org.fractalgoals.domain.program.ProgramCommand.Schedule;
import org.fractalgoals.domain.program.ProgramEvent.ProgramActivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeactivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.Standing;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * What a program answers to a command. Pure: everything a decision depends on is an argument. A command that would
 * change nothing gives no event.
 */
final class ProgramDecider {

  /**
   * What a decision depends on besides the program itself.
   *
   * @param now whole microseconds
   * @param visible whether the program and its fractal live
   * @param standings how goals and templates stand to the fractal of the program
   * @param newIds makes ids
   */
  record Circumstances(Instant now, boolean visible, Function<EntityRef, Standing> standings,
      Supplier<String> newIds) {}

  private ProgramDecider() {}

  static List<ProgramEvent> decide(CreateProgram command, Circumstances given) {
    requireOrder(command.start(), command.end());
    var goalIds = command.goalIds().stream().distinct().toList();
    goalIds.forEach(goalId -> requireVisible(goalId, given));
    var schedule = command.schedule();
    var created = new ProgramCreated(command.programId().id(), command.rootId(),
        command.name().text(), command.description().text(), command.start(), command.end(),
        goalIds, true, schedule == null ? null : schedule.text(), given.now());
    var events = new ArrayList<ProgramEvent>(List.of(created));
    if (schedule != null) {
      events.addAll(BlockReplacement.of(ProgramState.of(created), schedule.blocks(), given));
    }
    return events;
  }

  static List<ProgramEvent> decide(ProgramState program, Alteration command,
      Circumstances given) {
    if (!program.rootId().equals(command.rootId())) {
      throw new RuleViolation(new Rule.IsUnknown(command.programId().ref()));
    }
    if (program.deleted() || !given.visible()) {
      throw new RuleViolation(new Rule.IsDeleted(command.programId().ref()));
    }
    return switch (command) {
      case ChangeProgram c -> change(program, c.changes(), given);
      case DayCommand c -> DayDecider.decide(program, c, given);
    };
  }

  private static List<ProgramEvent> change(ProgramState program, List<ProgramChange> changes,
      Circumstances given) {
    var events = new ArrayList<ProgramEvent>();
    var state = program;
    for (var change : changes) {
      for (var event : change(state, change, given)) {
        events.add(event);
        state = state.evolve(event);
      }
    }
    return events;
  }

  private static List<ProgramEvent> change(ProgramState program, ProgramChange change,
      Circumstances given) {
    var id = program.programId();
    var facts = program.facts();
    return switch (change) {
      case Rename(var name) -> name.equals(facts.name())
          ? List.of()
          : List.of(new ProgramRenamed(id, new Name(name).text(), given.now()));
      case Describe(var description) -> description.text().equals(facts.description())
          ? List.of()
          : List.of(new ProgramDescribed(id, description.text(), given.now()));
      case SetDates(var start, var end) -> setDates(program, start == null ? facts.start() : start,
          end == null ? facts.end() : end, given);
      case SetGoals(var goalIds) -> setGoals(program, goalIds, given);
      case SetActive(var active) -> {
        if (active == facts.active()) {
          yield List.of();
        }
        yield List.of(active
            ? new ProgramActivated(id, given.now())
            : new ProgramDeactivated(id, given.now()));
      }
      case SetSchedule(var schedule) -> setSchedule(program, schedule, given);
    };
  }

  private static List<ProgramEvent> setDates(ProgramState program, @Nullable LocalDateTime start,
      @Nullable LocalDateTime end, Circumstances given) {
    if (Objects.equals(start, program.facts().start())
        && Objects.equals(end, program.facts().end())) {
      return List.of();
    }
    requireOrder(start, end);
    return List.of(new ProgramDatesChanged(program.programId(), start, end, given.now()));
  }

  private static void requireOrder(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
    if (start != null && end != null && end.isBefore(start)) {
      throw new RuleViolation(
          new Rule.EndPrecedesStart(Kind.PROGRAM, start.toString(), end.toString()));
    }
  }

  /** Whoever leaves out a goal that is not shown, because it is deleted, does not mean to cut the link. */
  private static List<ProgramEvent> setGoals(ProgramState program, List<String> goalIds,
      Circumstances given) {
    var present = program.facts().goalIds();
    var wanted = goalIds.stream().distinct().toList();
    wanted.stream().filter(goalId -> !present.contains(goalId))
        .forEach(goalId -> requireVisible(goalId, given));
    var hidden = present.stream().filter(goalId -> !wanted.contains(goalId))
        .filter(goalId -> standing(goalId, given) != Standing.VISIBLE).toList();
    var shown = new ArrayList<>(present);
    shown.removeAll(new HashSet<>(hidden));
    if (shown.equals(wanted)) {
      return List.of();
    }
    var all = new ArrayList<>(wanted);
    all.addAll(hidden);
    return List.of(new ProgramGoalsChanged(program.programId(), all, given.now()));
  }

  private static void requireVisible(String goalId, Circumstances given) {
    standing(goalId, given).require(EntityRef.goal(goalId));
  }

  private static Standing standing(String goalId, Circumstances given) {
    return given.standings().apply(EntityRef.goal(goalId));
  }

  private static List<ProgramEvent> setSchedule(ProgramState program, Schedule schedule,
      Circumstances given) {
    var events = new ArrayList<>(BlockReplacement.of(program, schedule.blocks(), given));
    if (!isKept(program.facts().schedule(), schedule.text())) {
      events.add(new ProgramScheduleKept(program.programId(), schedule.text(), given.now()));
    }
    return events;
  }

  /** A program that never had a schedule has as much as one whose list is empty. */
  private static boolean isKept(@Nullable JsonText present, JsonText sent) {
    return present == null ? sent.canonical().equals("[]") : sent.means(present);
  }
}
