package org.fractalgoals.migration.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code goals} that is no session. */
public record GoalInterpreter(Evidence evidence) implements Interpreter {

  @Override
  public LegacyUnit interpret(Place place) {
    var row = Objects.requireNonNull(place.row());
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var day = place.begin().atZone(evidence.clocks().zone()).toLocalDate();
    var deadline = Cells.day(row, "deadline");
    var created = new GoalCreated(id, place.rootId(), place.parent(), Cells.text(row, "type"),
        Cells.text(row, "name"), Cells.text(row, "description"), deadline,
        Optional.ofNullable(row.text("targets")).map(evidence.json()).orElse(null),
        Objects.requireNonNullElse(Cells.integer(row, "sort_order"), 0L), day,
        times.created().at());
    var history = new History(place);
    history.begin(created, times.created(), deadlineFlags(row, deadline, day));
    var life = new Life(times).deleted(at -> new GoalDeleted(id, at))
        .touched(at -> new GoalTouched(id, at));
    if (Cells.isTrue(row, "completed")) {
      life.completed(at -> new GoalCompleted(id, at));
    }
    history.addAll(life.inOrder());
    return history.unit();
  }

  private static List<String> deadlineFlags(LegacyRow row, @Nullable LocalDate deadline,
      LocalDate createdDay) {
    if (deadline == null) {
      return Cells.isSet(row, "deadline") ? List.of(Flags.timeUnknown("deadline")) : List.of();
    }
    return deadline.isBefore(createdDay)
        ? List.of(Flags.checkViolated("deadline"))
        : List.of();
  }
}
