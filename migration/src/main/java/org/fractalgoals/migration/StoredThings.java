package org.fractalgoals.migration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.graph.Known;

/** What the store knew when the import began; each thing is asked for once. */
final class StoredThings implements Known {

  private final Entities entities;
  private final Map<EntityRef, Optional<Entity>> asked = new HashMap<>();

  StoredThings(Entities entities) {
    this.entities = entities;
  }

  /** What the import itself adds is none of this: whoever asks early enough is told of the time before. */
  @Override
  public Optional<Entity> find(EntityRef ref) {
    return asked.computeIfAbsent(ref, entities::find);
  }
}
