package org.fractalgoals.projections.activitygroup;

import java.time.Instant;

/**
 * A group of activities.
 *
 * @param version sequence of the last event of its stream
 */
public record GroupRow(String id, String rootId, String name, String description, long sortOrder,
    Instant createdAt, Instant updatedAt, long version) {}
