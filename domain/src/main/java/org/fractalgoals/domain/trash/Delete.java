package org.fractalgoals.domain.trash;

import org.fractalgoals.domain.entity.EntityRef;

/**
 * Deletes a thing and what lives below it, as one action. Everything can be restored.
 *
 * @param ref what to delete; the root goal of a fractal for all of the fractal
 * @param rootId the fractal it is asked for in
 */
public record Delete(EntityRef ref, String rootId) {}
