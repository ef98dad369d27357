package org.fractalgoals.migration.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The values of an instance that the data of its session lists. An empty one was not entered and is left out. */
final class JsonMetrics {

  /**
   * What a value is of.
   *
   * @param splitId null for the whole instance
   */
  record Key(String metricId, @Nullable String splitId) {}

  private static final Pattern NUMBER = Pattern
      .compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private final Map<Key, Double> values = new LinkedHashMap<>();
  private boolean complete = true;

  /** What the reader comes to next. */
  private @Nullable String metricId;
  private @Nullable String splitId;
  private @Nullable String value;

  /** The values, in their order; the last one where several are of the same. */
  Map<Key, Double> values() {
    return values;
  }

  /** Whether all that was listed could be read. */
  boolean isComplete() {
    return complete;
  }

  /** Whether a metric has this value, for the whole instance or for a split of it. */
  boolean has(@Nullable String metric, @Nullable Double number) {
    return values.entrySet().stream().anyMatch(
        entry -> entry.getKey().metricId().equals(metric) && entry.getValue().equals(number));
  }

  /** Takes in what the reading has come to. */
  void read(JsonReading json) {
    complete &= json.isList() || json.isNull();
    json.items(() -> {
      metricId = null;
      splitId = null;
      value = json.isObject() ? "" : null;
      json.members(name -> {
        switch (name) {
          case "metric_id" -> metricId = json.scalar();
          case "split_id" -> splitId = json.scalar();
          case "value" -> value = json.isNull() ? "" : json.scalar();
          default -> {}
        }
      });
      take(metricId, value);
    });
  }

  private void take(@Nullable String metric, @Nullable String text) {
    if (text != null && text.isBlank()) {
      return;
    }
    var number = number(text);
    if (metric == null || metric.isEmpty() || number.isEmpty()) {
      complete = false;
      return;
    }
    var split = splitId == null || splitId.isEmpty() ? null : splitId;
    values.put(new Key(metric, split), number.getAsDouble());
  }

  private static OptionalDouble number(@Nullable String text) {
    if (text == null || !NUMBER.matcher(text.strip()).matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(text.strip());
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
