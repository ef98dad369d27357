package org.fractalgoals.projections.goal;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One visible goal.
 *
 * @param parentId the goal above; null for a root and below a session
 * @param parentSessionId the session above; null unless below a session
 * @param targets JSON list as it was sent; null if there never were any
 * @param version sequence of the last event of the goal's stream
 */
public record GoalRow(String id, String rootId, @Nullable String parentId,
    @Nullable String parentSessionId, String type, String name, String description,
    @Nullable LocalDate deadline, boolean completed, @Nullable Instant completedAt,
    @Nullable String targets, long sortOrder, Instant createdAt, Instant updatedAt, long version) {}
