package org.fractalgoals.projections.activity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityFlag;
import org.jspecify.annotations.Nullable;

/**
 * An activity with what is measured now, in the order of creation.
 *
 * @param groupId null if it is in none, or in one that is deleted
 * @param version sequence of the last event of its stream
 */
public record ActivityRow(String id, String rootId, @Nullable String groupId, String name,
    String description, Set<ActivityFlag> flags, Instant createdAt, Instant updatedAt,
    long version, List<MetricRow> metrics, List<SplitRow> splits) {

  public ActivityRow {
    flags = Set.copyOf(flags);
    metrics = List.copyOf(metrics);
    splits = List.copyOf(splits);
  }
}
