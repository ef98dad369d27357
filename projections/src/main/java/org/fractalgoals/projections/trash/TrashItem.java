package org.fractalgoals.projections.trash;

import java.time.Instant;

import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * One deletion that can be looked at, and perhaps undone.
 *
 * @param actionId the action that deleted it
 * @param ref the thing whose deletion was asked for, of any kind that can be restored
 * @param rootId the fractal it is in
 * @param name its name; for an instance that of its activity, for a note the beginning of what it says
 * @param count how many things come back, itself included: what the action deleted, and what was hidden by that alone
 * @param restorable whether it can come back as it was
 * @param reason why not, for people; null if restorable
 */
public record TrashItem(String actionId, Instant deletedAt, EntityRef ref, String rootId,
    String name,
    int count, boolean restorable, @Nullable String reason) {}
