package org.fractalgoals.domain.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entity.Life;
import org.jspecify.annotations.Nullable;

/** A lookup of entities in memory, told what it knows. */
public final class KnownEntities implements Entities {

  private final Map<EntityRef, Entity> entities = new HashMap<>();

  /** A goal of the fractal {@code root}. */
  public KnownEntities goal(String id, @Nullable String parent, long sortOrder, boolean deleted) {
    return with(EntityRef.goal(id), parent == null ? null : EntityRef.goal(parent), sortOrder,
        deleted);
  }

  /** A live thing that stands directly in the fractal {@code root}. */
  public KnownEntities inFractal(EntityRef ref, long sortOrder) {
    return with(ref, null, sortOrder, false);
  }

  /** A thing of the fractal {@code root}. */
  public KnownEntities with(EntityRef ref, @Nullable EntityRef parent, long sortOrder,
      boolean deleted) {
    entities.put(ref, new Entity(ref, "root", parent, ref.toString(), null, sortOrder, 0,
        deleted ? Life.DELETED : Life.LIVE, deleted ? "action" : null, false, false));
    return this;
  }

  /** A placeholder in the fractal {@code root}. */
  public KnownEntities missing(EntityRef ref, @Nullable EntityRef parent) {
    entities.put(ref, new Entity(ref, "root", parent, ref.toString(), null, 0, 0, Life.LIVE, null,
        true, false));
    return this;
  }

  @Override
  public Optional<Entity> find(EntityRef ref) {
    return Optional.ofNullable(entities.get(ref));
  }

  @Override
  public List<Entity> lineage(EntityRef ref) {
    var lineage = new ArrayList<Entity>();
    for (var entity = entities.get(ref); entity != null; entity = entity.isRoot()
        ? null
        : entities.get(entity.place())) {
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
        .filter(entity -> Objects.equals(entity.parent(), parent) && entity.isThere())
        .filter(entity -> entity.ref().kind() == kind)
        .sorted(Comparator.comparingLong(Entity::sortOrder)).toList();
  }

  @Override
  public long greatestSortOrder(EntityRef parent) {
    return entities.values().stream().filter(entity -> Objects.equals(entity.parent(), parent))
        .mapToLong(Entity::sortOrder).max().orElse(0);
  }

  @Override
  public long greatestSortOrder(String rootId, Kind kind) {
    return ofKind(rootId, kind).mapToLong(Entity::sortOrder).max().orElse(0);
  }

  @Override
  public List<Entity> live(String rootId, Kind kind) {
    return ofKind(rootId, kind).filter(Entity::isThere).toList();
  }

  private Stream<Entity> ofKind(String rootId, Kind kind) {
    return entities.values().stream().filter(entity -> entity.rootId().equals(rootId))
        .filter(entity -> entity.ref().kind() == kind);
  }

  @Override
  public long purgedSince(String actionId) {
    return 0;
  }
}
