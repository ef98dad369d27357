package org.fractalgoals.domain.trash;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * Brings back a thing and what was deleted along with it, and nothing else. Asked of a live thing it changes nothing.
 *
 * @param ref what to restore: the thing whose deletion was asked for, not one that went along with it
 * @param rootId the fractal it is asked for in
 * @param name another name, for when the old one is taken meanwhile; null keeps it
 * @param parent another parent, for when the old one is deleted; null keeps it
 */
public record Restore(EntityRef ref, String rootId, @Nullable Name name,
    @Nullable EntityRef parent) {}
