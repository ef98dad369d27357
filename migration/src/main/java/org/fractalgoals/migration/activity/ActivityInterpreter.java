package org.fractalgoals.migration.activity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityTouched;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;

/**
 * Reads a row of {@code activity_definitions} with its metrics and splits, or those alone where the activity is missing.
 */
public record ActivityInterpreter(Evidence evidence) implements Interpreter {

  @Override
  public LegacyUnit interpret(Place place) {
    var history = new History(place);
    var row = place.row();
    var later = row == null ? List.<LegacyEvent>of() : define(place, row, history);
    new MeasureReader(evidence, place).addTo(history);
    history.addAll(later);
    return history.unit();
  }

  /** @return what happened to the activity afterwards */
  private List<LegacyEvent> define(Place place, LegacyRow row, History history) {
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var group = Cells.id(row, "group_id");
    var flags = new ArrayList<String>();
    if (group != null) {
      evidence.refer(EntityRef.group(group), "group_id", flags);
    }
    history.begin(new ActivityDefined(id, place.rootId(), Cells.text(row, "name"),
        Cells.text(row, "description"), ActivityFlag.codes(flagsOf(row)), group,
        times.created().at()), times.created(), flags);
    return new Life(times).deleted(at -> new ActivityDeleted(id, at))
        .touched(at -> new ActivityTouched(id, at)).inOrder();
  }

  private static EnumSet<ActivityFlag> flagsOf(LegacyRow row) {
    var flags = EnumSet.noneOf(ActivityFlag.class);
    if (Cells.isTrue(row, "has_sets")) {
      flags.add(ActivityFlag.SETS);
    }
    if (Cells.isTrue(row, "has_metrics", true)) {
      flags.add(ActivityFlag.METRICS);
    }
    if (Cells.isTrue(row, "metrics_multiplicative")) {
      flags.add(ActivityFlag.METRICS_MULTIPLICATIVE);
    }
    if (Cells.isTrue(row, "has_splits")) {
      flags.add(ActivityFlag.SPLITS);
    }
    return flags;
  }
}
