package org.fractalgoals.projections.session;

import java.time.Instant;

/**
 * The place of a value in the history of its metric: the next page begins after it.
 *
 * @param createdAt when the instance of the value was created
 * @param valueId id of the value
 */
public record Cursor(Instant createdAt, String valueId) {}
