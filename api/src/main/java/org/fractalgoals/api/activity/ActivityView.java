package org.fractalgoals.api.activity;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.activity.ActivityFlag;
import org.fractalgoals.projections.activity.ActivityRow;
import org.fractalgoals.projections.activity.MetricRow;
import org.fractalgoals.projections.activity.SplitRow;
import org.jspecify.annotations.Nullable;

/**
 * An activity as the API shows it.
 *
 * @param groupId null if it is in no group that lives
 */
public record ActivityView(String id, String rootId, String name, String description,
    @Nullable String groupId, boolean hasSets, boolean hasMetrics, boolean metricsMultiplicative,
    boolean hasSplits, String createdAt, String updatedAt, List<MetricView> metricDefinitions,
    List<SplitView> splitDefinitions) {

  public static ActivityView of(ActivityRow row, WallClockText clock) {
    var flags = row.flags();
    return new ActivityView(row.id(), row.rootId(), row.name(), row.description(), row.groupId(),
        flags.contains(ActivityFlag.SETS), flags.contains(ActivityFlag.METRICS),
        flags.contains(ActivityFlag.METRICS_MULTIPLICATIVE), flags.contains(ActivityFlag.SPLITS),
        clock.of(row.createdAt()), clock.of(row.updatedAt()),
        row.metrics().stream().map(MetricView::of).toList(),
        row.splits().stream().map(SplitView::of).toList());
  }

  /** A metric that is measured now. */
  public record MetricView(String id, String name, String unit,
      @JsonProperty("is_active") boolean isActive,
      @JsonProperty("is_top_set_metric") boolean isTopSetMetric,
      @JsonProperty("is_multiplicative") boolean isMultiplicative, boolean allowNegative) {

    static MetricView of(MetricRow row) {
      return new MetricView(row.id(), row.name(), row.unit(), true, row.topSet(),
          row.multiplicative(), row.allowNegative());
    }
  }

  /** A split that is measured now. */
  public record SplitView(String id, String name, long order) {

    static SplitView of(SplitRow row) {
      return new SplitView(row.id(), row.name(), row.order());
    }
  }
}
