package org.fractalgoals.projections.asof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityChange.Added;
import org.fractalgoals.domain.entity.EntityChange.Conformed;
import org.fractalgoals.domain.entity.EntityChange.Deleted;
import org.fractalgoals.domain.entity.EntityChange.Moved;
import org.fractalgoals.domain.entity.EntityChange.Presumed;
import org.fractalgoals.domain.entity.EntityChange.Purged;
import org.fractalgoals.domain.entity.EntityChange.Renamed;
import org.fractalgoals.domain.entity.EntityChange.Reordered;
import org.fractalgoals.domain.entity.EntityChange.Restored;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/** Which things there were. Told by the same events as the tables, but kept in memory: it writes no rows. */
final class PastEntities implements Projector, Lineages {

  private final Map<EntityRef, Entity> entities = new HashMap<>();

  @Override
  public String name() {
    return "past-entities";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements rows) {
    event.payload().changes().forEach(change -> apply(change, event));
  }

  private void apply(EntityChange change, RecordedEvent event) {
    var ref = change.ref();
    switch (change) {
      case Added added -> entities.put(ref, made(event, ref, added.parent(), added.name(),
          added.sortOrder(), false));
      case Presumed presumed -> entities.putIfAbsent(ref,
          made(event, ref, presumed.parent(), null, 0, true));
      case Renamed renamed -> change(ref, it -> placed(it, it.parent(), renamed.name(),
          it.sortOrder()));
      case Moved moved -> change(ref, it -> placed(it, moved.parent(), it.name(),
          moved.sortOrder()));
      case Reordered reordered -> change(ref, it -> placed(it, it.parent(), it.name(),
          reordered.sortOrder()));
      case Deleted deleted -> change(ref, it -> living(it, Life.DELETED, event.actionId()));
      case Restored restored -> change(ref, it -> living(it, Life.LIVE, null));
      case Purged purged -> entities.put(ref, gone(event, ref));
      case Conformed conformed -> {
        // whether it keeps the rules is asked for changes only
      }
    }
  }

  private void change(EntityRef ref, UnaryOperator<Entity> change) {
    entities.computeIfPresent(ref, (same, entity) -> change.apply(entity));
  }

  private static Entity made(RecordedEvent event, EntityRef ref, @Nullable EntityRef parent,
      @Nullable String name, long sortOrder, boolean placeholder) {
    return new Entity(ref, event.rootId(), parent, event.payload().stream(), name, sortOrder,
        Microseconds.of(event.time()), Life.LIVE, null, placeholder,
        Imported.breaksRule(event.flags()));
  }

  private static Entity gone(RecordedEvent event, EntityRef ref) {
    return new Entity(ref, event.rootId(), null, event.payload().stream(), null, 0,
        Microseconds.of(event.time()), Life.PURGED, null, false, false);
  }

  private static Entity placed(Entity e, @Nullable EntityRef parent, @Nullable String name,
      long sortOrder) {
    return new Entity(e.ref(), e.rootId(), parent, e.stream(), name, sortOrder, e.createdAt(),
        e.life(), e.deletedBy(), e.placeholder(), e.exempt());
  }

  private static Entity living(Entity e, Life life, @Nullable String deletedBy) {
    return new Entity(e.ref(), e.rootId(), e.parent(), e.stream(), e.name(), e.sortOrder(),
        e.createdAt(), life, deletedBy, e.placeholder(), e.exempt());
  }

  @Override
  public Optional<Entity> find(EntityRef ref) {
    return Optional.ofNullable(entities.get(ref));
  }

  @Override
  public List<Entity> lineage(EntityRef ref) {
    var lineage = new ArrayList<Entity>();
    @Nullable Entity next = entities.get(ref);
    // what is no longer than all there is comes to an end, whatever is damaged
    while (next != null && lineage.size() <= entities.size()) {
      lineage.add(next);
      next = next.isRoot() ? null : entities.get(next.place());
    }
    return lineage;
  }
}
