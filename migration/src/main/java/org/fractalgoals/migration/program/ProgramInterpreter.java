package org.fractalgoals.migration.program;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.fractalgoals.migration.clock.WrittenTime;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of {@code programs} with its blocks, days and what is planned for them, or those alone where the program is
 * missing. Blocks and days have rows; the copy of them in the weekly schedule is only kept.
 */
public record ProgramInterpreter(Evidence evidence) implements Interpreter {

  private static final String SCHEDULE = "weekly_schedule";

  @Override
  public LegacyUnit interpret(Place place) {
    var history = new History(place);
    var row = place.row();
    var later = row == null ? List.<LegacyEvent>of() : create(place, row, history);
    new BlockReader(evidence, place).addTo(history);
    history.addAll(later);
    return history.unit();
  }

  /** @return what happened to the program afterwards */
  private List<LegacyEvent> create(Place place, LegacyRow row, History history) {
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var goals = new GoalList(evidence, row);
    var start = time(row, "start_date");
    var end = time(row, "end_date");
    var flags = new ArrayList<String>();
    unreadable(row, "start_date", start).ifPresent(flags::add);
    unreadable(row, "end_date", end).ifPresent(flags::add);
    if (start != null && end != null && end.isBefore(start)) {
      flags.add(Flags.checkViolated("end_date"));
    }
    flags.addAll(goals.flags());
    DomainEvent created = new ProgramCreated(id, place.rootId(), Cells.text(row, "name"),
        Cells.text(row, "description"), start, end, goals.ids(),
        Cells.isTrue(row, "is_active", true),
        Optional.ofNullable(row.text(SCHEDULE)).map(evidence.json()).orElse(null),
        times.created().at());
    history.begin(created, times.created(), flags);
    return new Life(times).touched(at -> new ProgramTouched(id, at)).inOrder();
  }

  /** The digits as they are; a program has no clock. */
  private static @Nullable LocalDateTime time(LegacyRow row, String column) {
    var text = row.text(column);
    return text == null
        ? null
        : WrittenTime.read(text).map(written -> written.day()
            .atTime(Objects.requireNonNullElse(written.time(), LocalTime.MIDNIGHT))).orElse(null);
  }

  private static Optional<String> unreadable(LegacyRow row, String column,
      @Nullable LocalDateTime read) {
    return read == null && Cells.isSet(row, column)
        ? Optional.of(Flags.unreadable(column))
        : Optional.empty();
  }
}
