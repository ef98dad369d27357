package org.fractalgoals.projections.paging;

import java.time.Instant;

/**
 * A place in a list that shows the newest first, and what is of one time by id: the next page begins after it.
 *
 * @param createdAt the time that the list is ordered by
 * @param id id of what stands there
 */
public record Cursor(Instant createdAt, String id) {}
