package org.fractalgoals.domain.program;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.ProgramChange;
import org.fractalgoals.domain.program.ProgramCommand.Schedule;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** A program {@code p} of the fractal {@code root}, and the world around it. */
final class Programs {

  static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  static final ProgramId ID = new ProgramId("p");
  static final LocalDateTime START = LocalDateTime.of(2031, 1, 6, 0, 0);
  static final LocalDate MONDAY = START.toLocalDate();
  static final ProgramCreated CREATED = new ProgramCreated("p", "root", "Refit", "Text", START,
      START.plusDays(26), List.of(), true, null, NOW);

  final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .goal("g", "root", 0, false).goal("gone", "root", 0, true)
      .inFractal(EntityRef.program("p"), 0).inFractal(EntityRef.template("t"), 0)
      .inFractal(EntityRef.template("u"), 0)
      .with(EntityRef.template("old"), null, 0, true);
  private final AtomicInteger lastId = new AtomicInteger();

  AggregateTestFixture<Program> fixture() {
    var fixture = new AggregateTestFixture<>(Program.class);
    EventIds ids = () -> "new-" + lastId.incrementAndGet();
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(
        new WallClock(Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC), ZoneOffset.UTC));
    fixture.registerInjectableResource(ids);
    return fixture;
  }

  /** The program was created, and then this happened. */
  TestExecutor<Program> given(ProgramEvent... later) {
    var events = new ArrayList<ProgramEvent>(List.of(CREATED));
    events.addAll(List.of(later));
    return fixture().given(events);
  }

  static ChangeProgram change(ProgramChange... changes) {
    return new ChangeProgram(ID, "root", List.of(changes));
  }

  /** Saves these blocks, and nothing else. */
  static ChangeProgram save(WantedBlock... blocks) {
    return change(new ProgramChange.SetSchedule(new Schedule(json("[]"), List.of(blocks))));
  }

  /** A block from Monday on, with what is listed for each Monday. */
  static WantedBlock wanted(@Nullable String id, int days, String... onMondays) {
    return new WantedBlock(id, "Base", MONDAY, MONDAY.plusDays(days - 1L), "red",
        Map.of(DayOfWeek.MONDAY, List.of(onMondays)));
  }

  /** The block {@code b} of that many days from Monday on. */
  static BlockAdded block(int days) {
    return block("b", 1, MONDAY, days);
  }

  static BlockAdded block(String id, long place, LocalDate start, int days) {
    return new BlockAdded("p", id, "Base", start, start.plusDays(days - 1L), "red", List.of(),
        place, NOW);
  }

  static DayAdded day(String blockId, String id, @Nullable LocalDate date, long number,
      long place) {
    return new DayAdded("p", blockId, id, date, number, "name of " + id, null, place, NOW);
  }

  static TemplateScheduled planned(String dayId, String id, String templateId, boolean byHand,
      long place) {
    return new TemplateScheduled("p", dayId, id, templateId, byHand, false, null, place, NOW);
  }

  static JsonText json(String text) {
    return new Text(text);
  }

  private record Text(String text) implements JsonText {

    @Override
    public String canonical() {
      return text;
    }
  }
}
