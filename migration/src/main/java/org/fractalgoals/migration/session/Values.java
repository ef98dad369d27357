package org.fractalgoals.migration.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.CellValue;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** Tells what was measured of an instance: what rows say, then what only the data of the session says. */
record Values(Telling telling, Performance performance) {

  /**
   * @param begin where the beginning of the instance stands
   */
  void tell(Instant begin) {
    var inJson = performance.told().map(Exercise::metrics).orElseGet(JsonMetrics::new);
    var inRows = new HashSet<JsonMetrics.Key>();
    for (var row : telling.rows().values(performance.id())) {
      tell(row, inJson, inRows, begin);
    }
    inJson.values().forEach((key, value) -> {
      if (!inRows.contains(key)) {
        record(madeUpId(key), key, value, new LegacyTime.None(), List.of(Flags.JSON_ONLY), null,
            begin);
      }
    });
  }

  private void tell(LegacyRow row, JsonMetrics inJson, Set<JsonMetrics.Key> inRows,
      Instant begin) {
    var metric = Cells.id(row, "metric_definition_id");
    var value = number(row);
    if (metric == null) {
      keep(row, Flags.refMissing("metric_definition_id"));
    } else if (value == null) {
      keep(row, Flags.unreadable("value"));
    } else {
      var key = new JsonMetrics.Key(metric, Cells.id(row, "split_definition_id"));
      if (isOfSomeSplit(key, inJson.values())) {
        keep(row, Flags.staleCopy("value"));
      } else {
        inRows.add(key);
        tell(row, key, value, inJson.values().get(key), begin);
      }
    }
  }

  private void tell(LegacyRow row, JsonMetrics.Key key, double value, @Nullable Double inJson,
      Instant begin) {
    var id = Cells.text(row, "id");
    var flags = new ArrayList<>(telling.rootFlags(row));
    if (inJson != null && inJson != value) {
      flags.add(Flags.jsonRowConflict("value"));
    }
    var times = telling.evidence().clocks().times(row);
    var recorded = record(id, key, value, times.created(), flags, row, begin);
    var updated = times.updated();
    if (updated.at() != null && !updated.at().equals(times.created().at())) {
      record(id, key, value, updated, List.of(), null, recorded);
    }
  }

  private Instant record(String id, JsonMetrics.Key key, double value, LegacyTime time,
      Collection<String> more, @Nullable LegacyRow row, Instant floor) {
    var flags = new ArrayList<>(Flags.of(time));
    flags.addAll(more);
    telling.evidence().refer(EntityRef.metric(key.metricId()), "metric_definition_id", flags);
    if (key.splitId() != null) {
      telling.evidence().refer(EntityRef.split(key.splitId()), "split_definition_id", flags);
    }
    if (value < 0) {
      flags.add(Flags.checkViolated("value"));
    }
    return telling.story().tell(new MetricRecorded(telling.sessionId(), performance.id(), id,
        key.metricId(), key.splitId(), value, false, time.at()), time.at(), floor, flags, row);
  }

  /** A row has room for one value of a metric only; where splits were measured, it has the value of just one. */
  private static boolean isOfSomeSplit(JsonMetrics.Key key,
      Map<JsonMetrics.Key, Double> inJson) {
    return key.splitId() == null && !inJson.containsKey(key) && inJson.keySet().stream()
        .anyMatch(other -> other.metricId().equals(key.metricId()));
  }

  private void keep(LegacyRow row, String flag) {
    telling.keep(row, EntityRef.instance(performance.id()), List.of(flag));
  }

  /** The value in a row; null if it is no finite number. */
  static @Nullable Double number(LegacyRow row) {
    return switch (row.value("value")) {
      case CellValue.Int(var number) -> (double) number;
      case CellValue.Real(var number) when Double.isFinite(number) -> number;
      case null, default -> null;
    };
  }

  /** The same whenever the file is read. */
  private String madeUpId(JsonMetrics.Key key) {
    var name = "value:%s:%s:%s".formatted(performance.id(), key.metricId(),
        Objects.requireNonNullElse(key.splitId(), ""));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
