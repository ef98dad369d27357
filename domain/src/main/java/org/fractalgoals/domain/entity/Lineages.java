package org.fractalgoals.domain.entity;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Which things there are and what they stand below. What is a placeholder, and all below it, is as good as unknown. */
public interface Lineages {

  /** The thing, whatever its state, placeholders among them. */
  Optional<Entity> find(EntityRef ref);

  /** The thing, deleted or not; empty if it, or something above it, is purged or only a placeholder. */
  default Optional<Entity> known(EntityRef ref) {
    var lineage = lineage(ref);
    return lineage.stream().anyMatch(above -> above.placeholder() || above.isPurged())
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
