package org.fractalgoals.projections.session;

import java.time.Instant;

import org.fractalgoals.projections.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * A value of a metric and where it was measured.
 *
 * @param splitId null for the whole instance
 * @param splitName null if there is no split, or it, or its activity, is deleted
 * @param createdAt when its instance was created
 */
public record MeasuredValue(String id, double value, @Nullable String splitId,
    @Nullable String splitName, String sessionId, String sessionName, String instanceId,
    Instant createdAt) {

  /** Where a page ends that ends with this value. */
  public Cursor cursor() {
    return new Cursor(createdAt, id);
  }
}
