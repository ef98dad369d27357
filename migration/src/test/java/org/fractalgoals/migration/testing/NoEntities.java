package org.fractalgoals.migration.testing;

import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;

/** A store that knows nothing. */
public final class NoEntities implements Entities {

  @Override
  public Optional<Entity> find(EntityRef ref) {
    return Optional.empty();
  }

  @Override
  public List<Entity> lineage(EntityRef ref) {
    return List.of();
  }

  @Override
  public List<Entity> cascade(Entity top) {
    return List.of();
  }

  @Override
  public List<Entity> deletedBy(String actionId) {
    return List.of();
  }

  @Override
  public List<Entity> children(EntityRef parent, Kind kind) {
    return List.of();
  }

  @Override
  public long greatestSortOrder(EntityRef parent) {
    return 0;
  }

  @Override
  public long greatestSortOrder(String rootId, Kind kind) {
    return 0;
  }

  @Override
  public List<Entity> live(String rootId, Kind kind) {
    return List.of();
  }

  @Override
  public long purgedSince(String actionId) {
    return 0;
  }
}
