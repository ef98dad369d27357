package org.fractalgoals.domain.entity;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The committed state of the entity lookup. What is a placeholder, and all below it, is as good as unknown: lists and
 * counts leave it out; only {@link #find} and {@link #lineage} show it.
 *
 * <p>Decisions look here beforehand; whether it still holds is checked again
 * inside the append.
 */
public interface Entities {

  /** The thing, whatever its state, placeholders among them. */
  Optional<Entity> find(EntityRef ref);

  /** The thing, deleted or not; empty if it, or something above it, is only a placeholder. */
  default Optional<Entity> known(EntityRef ref) {
    var lineage = lineage(ref);
    return lineage.stream().anyMatch(Entity::placeholder)
        ? Optional.empty()
        : lineage.stream().findFirst();
  }

  /** Likewise, if it belongs to this fractal. */
  default Optional<Entity> known(EntityRef ref, String rootId) {
    return known(ref).filter(found -> found.rootId().equals(rootId));
  }

  /**
   * The thing and what stands above it, itself first, the top last; empty if it is not known. A thing is visible if
   * all of these live and none is a placeholder.
   */
  List<Entity> lineage(EntityRef ref);

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

  /** Live children of one kind in the order they are shown in: by sort order, time of creation, id. */
  List<Entity> children(EntityRef parent, Kind kind);

  /** The greatest sort order below the parent, 0 if there is none. */
  long greatestSortOrder(EntityRef parent);

  /** The greatest sort order of a kind of things that stand directly in the fractal, 0 if there is none. */
  long greatestSortOrder(String rootId, Kind kind);

  /** The things of a kind that live in the fractal, in no particular order. */
  List<Entity> live(String rootId, Kind kind);

  /** Whether the thing and everything above it lives, and nothing of that is a placeholder. */
  default boolean isVisible(EntityRef ref) {
    var lineage = lineage(ref);
    return !lineage.isEmpty() && lineage.stream().allMatch(Entity::isThere);
  }

  /**
   * The highest thing above that is not live, itself included; null if it is visible. It is the one that can be restored
   * first.
   */
  default @Nullable Entity highestDeleted(EntityRef ref) {
    return lineage(ref).reversed().stream().filter(entity -> !entity.lives()).findFirst()
        .orElse(null);
  }
}
