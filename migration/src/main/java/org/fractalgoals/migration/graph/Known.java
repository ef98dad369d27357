package org.fractalgoals.migration.graph;

import java.util.Optional;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;

/** What the store knows from before this import. */
@FunctionalInterface
public interface Known {

  /** Of a store without events. */
  Known NOTHING = ref -> Optional.empty();

  Optional<Entity> find(EntityRef ref);
}
