package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.goal.GoalEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event of the synthetic history.
 *
 * @param rootId the fractal
 * @param effectiveAt when it happened, null if that is not known; as read, so it may precede what it rests on
 * @param flags how the row was interpreted
 * @param sourceRow the row as JSON text; null for all but the first event made from it
 */
public record LegacyEvent(GoalEvent event, String rootId, @Nullable Instant effectiveAt,
    List<String> flags, @Nullable String sourceRow) {

  public LegacyEvent {
    flags = List.copyOf(flags);
  }
}
