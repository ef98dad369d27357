package org.fractalgoals.migration.activitygroup;

import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;

/** Reads a row of {@code activity_groups}. */
public record GroupInterpreter(Evidence evidence) implements Interpreter {

  @Override
  public LegacyUnit interpret(Place place) {
    var row = Objects.requireNonNull(place.row());
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var history = new History(place);
    history.begin(new GroupCreated(id, place.rootId(), Cells.text(row, "name"),
        Cells.text(row, "description"),
        Objects.requireNonNullElse(Cells.integer(row, "sort_order"), 0L), times.created().at()),
        times.created(), List.of());
    history.addAll(new Life(times).deleted(at -> new GroupDeleted(id, at))
        .touched(at -> new GroupTouched(id, at)).inOrder());
    return history.unit();
  }
}
