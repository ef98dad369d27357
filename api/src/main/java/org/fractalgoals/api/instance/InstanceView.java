package org.fractalgoals.api.instance;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.session.ValueRow;
import org.jspecify.annotations.Nullable;

/**
 * An activity instance as the API shows it. Times are UTC in whole seconds.
 *
 * @param sets a JSON list
 * @param data the same list once more, in the shape it was stored in before
 */
public record InstanceView(String id, String practiceSessionId, String activityDefinitionId,
    String definitionName, String createdAt, String updatedAt, @Nullable String timeStart,
    @Nullable String timeStop, @Nullable Long durationSeconds, boolean completed,
    @Nullable String notes, @JsonRawValue String sets, Data data, List<Value> metricValues) {

  /**
   * @param sets null if there never were any
   */
  public record Data(
      @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sets) {}

  /**
   * What was measured.
   *
   * @param name empty if the metric is gone
   * @param unit likewise
   * @param metricId the metric once more
   */
  public record Value(String id, String name, String unit, String metricDefinitionId,
      String metricId, double value, @Nullable String splitId, @Nullable String splitName) {

    static Value of(ValueRow row) {
      return new Value(row.id(), Objects.requireNonNullElse(row.metricName(), ""),
          Objects.requireNonNullElse(row.unit(), ""), row.metricId(), row.metricId(), row.value(),
          row.splitId(), row.splitName());
    }
  }

  public static InstanceView of(InstanceRow row) {
    var sets = StoredJson.list(row.sets());
    return new InstanceView(row.id(), row.sessionId(), row.activityId(),
        Objects.requireNonNullElse(row.activityName(), "Unknown"),
        WallClockText.inUtc(row.createdAt()), WallClockText.inUtc(row.updatedAt()),
        WallClockText.ofUtc(row.timeStart()), WallClockText.ofUtc(row.timeStop()),
        row.durationSeconds(), row.completed(), row.notes(), sets,
        new Data(row.sets() == null ? null : sets),
        row.values().stream().map(Value::of).toList());
  }
}
