package org.fractalgoals.migration.program;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
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
    var flags = new ArrayList<String>();
    var start = Cells.digits(row, "start_date", flags);
    var end = Cells.digits(row, "end_date", flags);
    if (start != null && end != null && end.isBefore(start)) {
      flags.add(Flags.checkViolated("end_date"));
    }
    flags.addAll(goals.flags());
    DomainEvent created = new ProgramCreated(id, place.rootId(), Cells.text(row, "name"),
        Cells.text(row, "description"), start, end, goals.ids(),
        Cells.isTrue(row, "is_active", true),
        evidence.json(row, SCHEDULE),
        times.created().at());
    history.begin(created, times.created(), flags);
    return new Life(times).touched(at -> new ProgramTouched(id, at)).inOrder();
  }
}
