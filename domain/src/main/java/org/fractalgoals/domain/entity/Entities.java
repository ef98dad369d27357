package org.fractalgoals.domain.entity;

import java.util.List;

/**
 * The committed state of the entity lookup. What is a placeholder, and all below it, is as good as unknown: lists and
 * counts leave it out; only {@link #find} and {@link #lineage} show it.
 *
 * <p>Decisions look here beforehand; whether it still holds is checked again
 * inside the append.
 */
public interface Entities extends Lineages {

  /**
   * What the deletion of this live thing deletes: itself first, then its live descendants, parents before children;
   * for the root of a fractal everything live in it.
   */
  List<Entity> cascade(Entity top);

  /**
   * What the action deleted and is still deleted, in the order of deletion: first what the deletion was asked for, then
   * parents before children.
   */
  List<Entity> deletedBy(String actionId);

  /** How many things that the action deleted were purged since, and so do not come back. */
  long purgedSince(String actionId);

  /** Live children of one kind in the order they are shown in: by sort order, time of creation, id. */
  List<Entity> children(EntityRef parent, Kind kind);

  /** The greatest sort order below the parent, 0 if there is none. */
  long greatestSortOrder(EntityRef parent);

  /** The greatest sort order of a kind of things that stand directly in the fractal, 0 if there is none. */
  long greatestSortOrder(String rootId, Kind kind);

  /** The things of a kind that live in the fractal, in no particular order. */
  List<Entity> live(String rootId, Kind kind);
}
