package org.fractalgoals.migration.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.clock.RowTimes;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;

/** Reads the rows of {@code metric_definitions} and {@code split_definitions} of one activity. */
record MeasureReader(Evidence evidence, Place activity) {

  private static final String OWNER = "activity_id";

  void addTo(History history) {
    long place = 1;
    for (var row : rows(Kind.METRIC, "metric_definitions", "sort_order")) {
      metric(row, place++, history);
    }
    place = 1;
    for (var row : rows(Kind.SPLIT, "split_definitions", "order")) {
      split(row, place++, history);
    }
  }

  /** A part whose activity is not named stands under an activity that has its id. */
  private List<LegacyRow> rows(Kind kind, String table, String order) {
    var rows = new ArrayList<>(evidence.parts(kind, table, OWNER, activity.ref().id()));
    rows.sort(Comparator
        .comparing((LegacyRow row) -> Objects.requireNonNullElse(Cells.integer(row, order), 0L))
        .thenComparing(row -> Objects.requireNonNullElse(
            evidence.clocks().times(row).created().at(), Instant.MAX)));
    return rows;
  }

  private void metric(LegacyRow row, long place, History history) {
    var id = Cells.text(row, "id");
    var times = evidence.clocks().times(row);
    var measure = new Measure(Cells.text(row, "unit"), Cells.isTrue(row, "is_top_set_metric"),
        Cells.isTrue(row, "is_multiplicative", true), false);
    history.add(new MetricAdded(activity.ref().id(), id, Cells.text(row, "name"), measure, place,
        times.created().at()), times.created().at(), flags(row, times), row);
    history.addAll(new Life(times)
        .deleted(at -> new MetricRemoved(activity.ref().id(), id, at)).inOrder());
    if (!Cells.isSet(row, "deleted_at") && !Cells.isTrue(row, "is_active", true)) {
      history.addAll(Life.atUnknownTime(new MetricRemoved(activity.ref().id(), id, null)));
    }
  }

  private void split(LegacyRow row, long place, History history) {
    var id = Cells.text(row, "id");
    var times = evidence.clocks().times(row);
    history.add(new SplitAdded(activity.ref().id(), id, Cells.text(row, "name"),
        Objects.requireNonNullElse(Cells.integer(row, "order"), 0L), place,
        times.created().at()), times.created().at(), flags(row, times), row);
    history.addAll(new Life(times).deleted(at -> new SplitRemoved(activity.ref().id(), id, at))
        .inOrder());
  }

  private List<String> flags(LegacyRow row, RowTimes times) {
    var flags = new ArrayList<>(Flags.of(times.created()));
    flags.addAll(evidence.references().rootFlags(row, activity.rootId()));
    evidence.refer(row, OWNER, Kind.ACTIVITY, flags);
    return flags;
  }
}
