package org.fractalgoals.domain.program;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.ProgramDecider.Circumstances;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What turns the blocks a program has into those it is to have, and their days along with them. What stays as it is, is
 * not judged: it may have been imported. Days outside the dates of a block, and those without a date, are left alone.
 */
final class BlockReplacement {

  private static final String UNNAMED = "Block";

  private final ProgramState program;
  private final Circumstances given;
  private final Planning planning;
  private final EventList events = new EventList();

  private BlockReplacement(ProgramState program, Circumstances given) {
    this.program = program;
    this.given = given;
    this.planning = new Planning(program.programId(), given);
  }

  static List<ProgramEvent> of(ProgramState program, List<WantedBlock> wanted,
      Circumstances given) {
    return new BlockReplacement(program, given).replaceBy(wanted);
  }

  private List<ProgramEvent> replaceBy(List<WantedBlock> wanted) {
    var listed = new HashSet<String>();
    for (var each : wanted) {
      if (each.id() != null && !listed.add(each.id())) {
        throw new RuleViolation(new Rule.IsListedTwice(EntityRef.block(each.id())));
      }
    }
    for (var block : program.presentBlocks()) {
      if (!listed.contains(block.blockId())) {
        events.add(new BlockRemoved(program.programId(), block.blockId(), given.now()));
      }
    }
    long place = program.blocks().values().stream().mapToLong(BlockState::sortOrder).max()
        .orElse(0);
    for (var each : wanted) {
      var known = each.id() == null ? null : program.blocks().get(each.id());
      fill(known == null ? added(each, ++place) : changed(known, each), each);
    }
    return events.all();
  }

  private BlockState added(WantedBlock wanted, long place) {
    var name = new Name(Objects.requireNonNullElse(wanted.name(), UNNAMED)).text();
    requireDates(name, wanted.start(), wanted.end());
    var added = new BlockAdded(program.programId(),
        wanted.id() == null ? given.newIds().get() : wanted.id(), name, wanted.start(),
        wanted.end(), shortColor(wanted.color()), List.of(), place, given.now());
    events.add(added);
    return BlockState.of(added);
  }

  private BlockState changed(BlockState block, WantedBlock wanted) {
    var state = block;
    if (block.removed()) {
      state = happens(state, new BlockBroughtBack(program.programId(), block.blockId(),
          given.now()));
    }
    if (wanted.name() != null && !wanted.name().equals(block.name())) {
      state = happens(state, new BlockRenamed(program.programId(), block.blockId(),
          new Name(wanted.name()).text(), given.now()));
    }
    if (!Objects.equals(wanted.start(), block.start())
        || !Objects.equals(wanted.end(), block.end())) {
      requireDates(state.name(), wanted.start(), wanted.end());
      state = happens(state, new BlockDatesChanged(program.programId(), block.blockId(),
          wanted.start(), wanted.end(), given.now()));
    }
    if (wanted.color() != null && !wanted.color().equals(block.color())) {
      state = happens(state, new BlockColoured(program.programId(), block.blockId(),
          shortColor(wanted.color()), given.now()));
    }
    return state;
  }

  private BlockState happens(BlockState block, BlockEvent event) {
    events.add(event);
    return block.evolve(event);
  }

  private static void requireDates(String name, @Nullable LocalDate start,
      @Nullable LocalDate end) {
    if (start == null || end == null) {
      throw new RuleViolation(new Rule.BlockNeedsDates(name));
    }
    if (end.isBefore(start)) {
      throw new RuleViolation(
          new Rule.EndPrecedesStart(Kind.BLOCK, start.toString(), end.toString()));
    }
  }

  private static @Nullable String shortColor(@Nullable String color) {
    if (color != null) {
      Texts.requireShort("color", color);
    }
    return color;
  }

  /** Gives each date of the block a day, numbered from 1, and what is listed for its day of the week. */
  private void fill(BlockState block, WantedBlock wanted) {
    var days = byDate(block);
    long place = program.nextPlace(block.blockId());
    long number = 0;
    for (var date : block.dates()) {
      number++;
      var day = days.get(date);
      if (day == null) {
        day = added(block, date, number, place++);
      } else if (!Long.valueOf(number).equals(day.dayNumber())) {
        events.add(new DayRenumbered(program.programId(), day.dayId(), number, given.now()));
      }
      events.addAll(planning.follow(day, wanted.templatesOn(date), program.templateIds()));
    }
  }

  private Map<LocalDate, DayState> byDate(BlockState block) {
    var days = new HashMap<LocalDate, DayState>();
    for (var day : program.presentDays(block.blockId())) {
      if (day.date() != null) {
        days.putIfAbsent(day.date(), day);
      }
    }
    return days;
  }

  private DayState added(BlockState block, LocalDate date, long number, long place) {
    var added = new DayAdded(program.programId(), block.blockId(), given.newIds().get(), date,
        number, date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), null, place,
        given.now());
    events.add(added);
    return DayState.of(added);
  }
}
