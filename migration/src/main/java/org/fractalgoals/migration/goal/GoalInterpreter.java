package org.fractalgoals.migration.goal;

import java.util.Objects;

import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Deadline;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;

/** Reads a row of {@code goals} that is no session. */
public record GoalInterpreter(Evidence evidence) implements Interpreter {

  @Override
  public LegacyUnit interpret(Place place) {
    var row = Objects.requireNonNull(place.row());
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var day = evidence.createdDay(place);
    var deadline = Deadline.of(row, day);
    var created = new GoalCreated(id, place.rootId(), place.parent(), Cells.text(row, "type"),
        Cells.text(row, "name"), Cells.text(row, "description"), deadline.day(),
        evidence.json(row, "targets"),
        Objects.requireNonNullElse(Cells.integer(row, "sort_order"), 0L), day,
        times.created().at());
    var history = new History(place);
    history.begin(created, times.created(), deadline.flags());
    var life = new Life(times).deleted(at -> new GoalDeleted(id, at))
        .touched(at -> new GoalTouched(id, at));
    if (Cells.isTrue(row, "completed")) {
      life.completed(at -> new GoalCompleted(id, at));
    }
    history.addAll(life.inOrder());
    return history.unit();
  }
}
