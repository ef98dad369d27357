package org.fractalgoals.projections.session;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One visible activity instance and its values.
 *
 * @param activityName null if the definition of the activity is deleted
 * @param sets a JSON list as it was sent; null for none
 * @param durationSeconds whole seconds between start and stop; null unless both are known
 * @param values in the order of their creation
 * @param version sequence of the last event about the instance
 */
public record InstanceRow(String id, String rootId, String sessionId, String activityId,
    @Nullable String activityName, @Nullable String notes, @Nullable String sets,
    boolean completed, @Nullable Instant timeStart, @Nullable Instant timeStop,
    @Nullable Long durationSeconds, Instant createdAt, Instant updatedAt, long version,
    List<ValueRow> values) {

  public InstanceRow {
    values = List.copyOf(values);
  }
}
