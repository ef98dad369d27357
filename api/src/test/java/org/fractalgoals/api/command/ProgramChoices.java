package org.fractalgoals.api.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.program.AttachGoal;
import org.fractalgoals.domain.program.ProgramCommand.AddDays;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.CopyDay;
import org.fractalgoals.domain.program.ProgramCommand.CreateProgram;
import org.fractalgoals.domain.program.ProgramCommand.EditDay;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange;
import org.fractalgoals.domain.program.ProgramCommand.Schedule;
import org.fractalgoals.domain.program.ProgramId;
import org.fractalgoals.domain.program.WantedBlock;

/** What can be asked of programs, their blocks and days. */
final class ProgramChoices {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final Dice dice;
  private final Things things;

  ProgramChoices(Dice dice, Things things) {
    this.dice = dice;
    this.things = things;
  }

  CreateProgram create() {
    var root = things.fractal();
    return new CreateProgram(new ProgramId(things.newId(Kind.PROGRAM)), root, dice.name(),
        dice.description(), time(), time().plusDays(20), goals(root),
        dice.orNull(20, () -> schedule(root, List.of())));
  }

  ChangeProgram change() {
    var program = things.any(Kind.PROGRAM);
    return new ChangeProgram(new ProgramId(program.id()), program.rootId(),
        dice.kinds(3, () -> change(program)));
  }

  private ProgramChange change(Things.Thing program) {
    return dice.choose(List.of(() -> new ProgramChange.Rename(dice.name().text()),
        () -> new ProgramChange.Describe(dice.description()),
        () -> new ProgramChange.SetDates(dice.orNull(30, this::time),
            dice.orNull(30, this::time)),
        () -> new ProgramChange.SetGoals(goals(program.rootId())),
        () -> new ProgramChange.SetActive(dice.chance(50)),
        () -> new ProgramChange.SetSchedule(schedule(program.rootId(), known(program))),
        () -> new ProgramChange.SetSchedule(schedule(program.rootId(), known(program)))));
  }

  private List<String> known(Things.Thing program) {
    return things.rows("""
      SELECT id, root_id FROM program_blocks WHERE program_id = ? ORDER BY rowid
      """, program.id()).stream().map(Things.Thing::id).toList();
  }

  private Schedule schedule(String root, List<String> known) {
    var ids = new ArrayList<>(dice.someOf(known, 3));
    if (ids.isEmpty() || dice.chance(30)) {
      ids.add(things.newId(Kind.BLOCK));
    }
    return new Schedule(dice.list(), ids.stream().map(id -> block(id, root)).toList());
  }

  private WantedBlock block(String id, String root) {
    var start = MONDAY.plusDays(dice.number(10));
    return new WantedBlock(id, dice.orNull(20, () -> dice.name().text()), start,
        start.plusDays(dice.number(9)), dice.orNull(30, () -> dice.oneOf(List.of("red", "blue"))),
        Map.of(DayOfWeek.MONDAY, templates(root), DayOfWeek.THURSDAY, templates(root)));
  }

  private LocalDateTime time() {
    return MONDAY.plusDays(dice.number(20)).atStartOfDay();
  }

  private List<String> goals(String root) {
    return dice.chance(30) ? List.of() : dice.several(2, () -> things.in(root, Kind.GOAL));
  }

  private List<String> templates(String root) {
    return dice.chance(30) ? List.of() : dice.several(2, () -> things.in(root, Kind.TEMPLATE));
  }

  private ProgramId programOf(Things.Thing block) {
    return new ProgramId(things.rows("""
      SELECT program_id, root_id FROM program_blocks WHERE id = ?
      """, block.id()).stream().map(Things.Thing::id).findFirst().orElse("unknown"));
  }

  private Things.Thing blockOf(Things.Thing day) {
    return things.rows("SELECT block_id, root_id FROM program_days WHERE id = ?", day.id())
        .stream().findFirst().orElse(new Things.Thing("unknown", day.rootId()));
  }

  AddDays addDays() {
    var block = things.any(Kind.BLOCK);
    return new AddDays(programOf(block), block.rootId(), block.id(),
        dice.orNull(30, () -> dice.name().text()), templates(block.rootId()),
        dice.orNull(50, () -> dice.oneOf(List.of(DayOfWeek.values()))), dice.chance(50));
  }

  EditDay editDay() {
    var day = things.any(Kind.DAY);
    var block = blockOf(day);
    return new EditDay(programOf(block), day.rootId(), block.id(), day.id(),
        dice.orNull(30, () -> dice.name().text()), dice.orNull(50, () -> (long) dice.number(5)),
        dice.orNull(40, () -> templates(day.rootId())), dice.chance(50));
  }

  CopyDay copyDay() {
    var day = things.any(Kind.DAY);
    var block = blockOf(day);
    return new CopyDay(programOf(block), day.rootId(), block.id(), day.id());
  }

  AttachGoal attachGoal() {
    var block = things.any(Kind.BLOCK);
    return new AttachGoal(programOf(block), block.rootId(), block.id(),
        things.in(block.rootId(), Kind.GOAL),
        dice.orNull(50, () -> LocalDate.of(2031, 1, 1 + dice.number(9))));
  }
}
