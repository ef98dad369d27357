package org.fractalgoals.domain.goal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.jspecify.annotations.Nullable;

/** A lookup of entities in memory, told what it knows. */
final class KnownEntities implements Entities {

  private final Map<EntityRef, Entity> entities = new HashMap<>();

  KnownEntities goal(String id, @Nullable String parent, long sortOrder, boolean deleted) {
    var ref = EntityRef.goal(id);
    entities.put(ref,
        new Entity(ref, "root", parent == null ? null : EntityRef.goal(parent), ref.toString(),
            null,
            sortOrder, 0, deleted ? Life.DELETED : Life.LIVE, deleted ? "action" : null, false,
            false));
    return this;
  }

  @Override
  public Optional<Entity> find(EntityRef ref) {
    return Optional.ofNullable(entities.get(ref));
  }

  @Override
  public List<Entity> lineage(EntityRef ref) {
    var lineage = new ArrayList<Entity>();
    for (var entity = entities.get(ref); entity != null; entity = entity.parent() == null
        ? null
        : entities.get(entity.parent())) {
      lineage.add(entity);
    }
    return lineage;
  }

  @Override
  public List<Entity> cascade(Entity top) {
    var cascade = new ArrayList<>(List.of(top));
    for (int next = 0; next < cascade.size(); next++) {
      cascade.addAll(children(cascade.get(next).ref(), Kind.GOAL));
    }
    return cascade;
  }

  @Override
  public List<Entity> deletedBy(String actionId) {
    return entities.values().stream().filter(entity -> actionId.equals(entity.deletedBy()))
        .toList();
  }

  @Override
  public List<Entity> children(EntityRef parent, Kind kind) {
    return entities.values().stream()
        .filter(entity -> Objects.equals(entity.parent(), parent) && entity.lives())
        .sorted(Comparator.comparingLong(Entity::sortOrder)).toList();
  }

  @Override
  public long greatestSortOrder(EntityRef parent) {
    return entities.values().stream().filter(entity -> Objects.equals(entity.parent(), parent))
        .mapToLong(Entity::sortOrder).max().orElse(0);
  }
}
