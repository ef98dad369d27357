package org.fractalgoals.domain.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.ProgramCommand.AddDays;
import org.fractalgoals.domain.program.ProgramCommand.CopyDay;
import org.fractalgoals.domain.program.ProgramCommand.DayCommand;
import org.fractalgoals.domain.program.ProgramCommand.EditDay;
import org.fractalgoals.domain.program.ProgramDecider.Circumstances;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/** What a program answers to a command about days of one of its blocks. */
final class DayDecider {

  private final ProgramState program;
  private final Circumstances given;
  private final Planning planning;
  private final EventList events = new EventList();

  private DayDecider(ProgramState program, Circumstances given) {
    this.program = program;
    this.given = given;
    this.planning = new Planning(program.programId(), given);
  }

  static List<ProgramEvent> decide(ProgramState program, DayCommand command,
      Circumstances given) {
    return new DayDecider(program, given).decide(command);
  }

  private List<ProgramEvent> decide(DayCommand command) {
    var block = requireBlock(command.blockId());
    switch (command) {
      case AddDays add -> add(block, add);
      case EditDay edit -> edit(block, requireDay(block, edit.dayId()), edit);
      case CopyDay copy -> copy(block, requireDay(block, copy.dayId()));
    }
    return events.all();
  }

  private BlockState requireBlock(String blockId) {
    var block = program.blocks().get(blockId);
    if (block == null) {
      throw new RuleViolation(new Rule.IsUnknown(EntityRef.block(blockId)));
    }
    if (block.removed()) {
      throw new RuleViolation(new Rule.IsDeleted(EntityRef.block(blockId)));
    }
    return block;
  }

  private DayState requireDay(BlockState block, String dayId) {
    var day = program.days().get(dayId);
    if (day == null || day.placeholder() || !day.blockId().equals(block.blockId())) {
      throw new RuleViolation(new Rule.IsUnknown(EntityRef.day(dayId)));
    }
    if (day.removed()) {
      throw new RuleViolation(new Rule.IsDeleted(EntityRef.day(dayId)));
    }
    return day;
  }

  private void add(BlockState block, AddDays command) {
    addTo(block, command);
    if (command.cascade()) {
      program.blocksAfter(block).forEach(later -> addTo(later, command));
    }
  }

  private void addTo(BlockState block, AddDays command) {
    var days = program.presentDays(block.blockId());
    long place = program.nextPlace(block.blockId());
    long number = days.size() + 1L;
    var weekday = command.weekday();
    if (weekday == null || !block.hasDates()) {
      plan(added(block, null, number, place, command.name()), command);
      return;
    }
    for (var date : block.dates()) {
      if (date.getDayOfWeek() == weekday) {
        var present = days.stream().filter(day -> date.equals(day.date())).findFirst();
        if (present.isPresent()) {
          rename(present.get(), command.name());
          plan(present.get(), command);
        } else {
          plan(added(block, date, number++, place++,
              Objects.requireNonNullElse(command.name(), nameOf(weekday))), command);
        }
      }
    }
  }

  private void plan(DayState day, AddDays command) {
    events.addAll(planning.add(day, command.templateIds()));
  }

  private DayState added(BlockState block, @Nullable LocalDate date, long number, long place,
      @Nullable String name) {
    return happens(new DayAdded(program.programId(), block.blockId(), given.newIds().get(), date,
        number, new Name(Objects.requireNonNullElse(name, "Day " + number)).text(), null, place,
        given.now()));
  }

  private DayState happens(DayAdded added) {
    events.add(added);
    return DayState.of(added);
  }

  private static String nameOf(DayOfWeek weekday) {
    return weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private void rename(DayState day, @Nullable String name) {
    if (name != null && !name.equals(day.name())) {
      events.add(new DayRenamed(program.programId(), day.dayId(), new Name(name).text(),
          given.now()));
    }
  }

  private void edit(BlockState block, DayState day, EditDay command) {
    rename(day, command.name());
    var number = command.dayNumber() == null ? day.dayNumber() : command.dayNumber();
    if (!Objects.equals(number, day.dayNumber())) {
      events.add(new DayRenumbered(program.programId(), day.dayId(), number, given.now()));
    }
    var templateIds = command.templateIds();
    if (templateIds != null) {
      events.addAll(planning.replace(day, templateIds));
    }
    if (command.cascade()) {
      program.blocksAfter(block).stream().map(later -> dayOf(later, number))
          .flatMap(Optional::stream).forEach(same -> {
            rename(same, command.name());
            if (templateIds != null) {
              events.addAll(planning.copy(same, templateIds));
            }
          });
    }
  }

  private Optional<DayState> dayOf(BlockState block, @Nullable Long number) {
    return program.presentDays(block.blockId()).stream()
        .filter(day -> Objects.equals(number, day.dayNumber())).findFirst();
  }

  private void copy(BlockState source, DayState day) {
    for (var block : program.presentBlocks()) {
      if (!block.blockId().equals(source.blockId())) {
        var same = dayOf(block, day.dayNumber()).orElseGet(() -> addedLike(block, day));
        if (!Objects.equals(day.name(), same.name())) {
          events.add(new DayRenamed(program.programId(), same.dayId(), day.name(), given.now()));
        }
        events.addAll(planning.copy(same, day.templateIds()));
      }
    }
  }

  private DayState addedLike(BlockState block, DayState day) {
    return happens(new DayAdded(program.programId(), block.blockId(), given.newIds().get(), null,
        day.dayNumber(), day.name(), null, program.nextPlace(block.blockId()), given.now()));
  }
}
