package org.fractalgoals.migration.goal;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.goal.GoalEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event made from a row, not yet in its place in the history.
 *
 * @param effectiveAt null if it is not known; the store then takes that of the event before
 * @param flags how the row was interpreted
 */
record GoalFact(GoalEvent event, @Nullable Instant effectiveAt, List<String> flags) {}
