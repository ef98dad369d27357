package org.fractalgoals.migration.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.fractalgoals.domain.audit.Subjects;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;

/** Knows of each stream what files told and what people did. */
final class StoreInMemory implements ImportHistory {

  private final Map<String, List<Told>> streams = new HashMap<>();
  private final Map<EntityRef, Entity> entities = new HashMap<>();

  /** A file told this. */
  StoreInMemory imported(LegacyUnit unit) {
    unit.events().forEach(event -> add(event.event(), true));
    return this;
  }

  /** A person did this. */
  StoreInMemory done(DomainEvent... events) {
    List.of(events).forEach(event -> add(event, false));
    return this;
  }

  /** Takes away all that a stream tells of a thing. */
  StoreInMemory purge(EntityRef ref) {
    streams.values().forEach(
        stream -> stream.removeIf(told -> Subjects.of(told.event()).equals(Set.of(ref))));
    entities.computeIfPresent(ref, (known, entity) -> entity(ref, entity.stream(), Life.PURGED));
    return this;
  }

  private void add(DomainEvent event, boolean imported) {
    streams.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
        .add(new Told(event, imported));
    for (var change : event.changes()) {
      if (change instanceof EntityChange.Added added) {
        entities.put(added.ref(), entity(added.ref(), event.stream(), Life.LIVE));
      }
    }
  }

  private static Entity entity(EntityRef ref, String stream, Life life) {
    return new Entity(ref, "root", null, stream, null, 0, 0, life, null, false, false);
  }

  Merging merging(boolean olderFile, boolean takeConflicts) {
    return new Merging(this, ref -> Optional.ofNullable(entities.get(ref)), this::isPurged,
        olderFile, takeConflicts);
  }

  private boolean isPurged(EntityRef ref) {
    var entity = entities.get(ref);
    return entity != null && entity.isPurged();
  }

  /** What a newer file means that is not right in conflicts. */
  Outcome merge(LegacyUnit unit) {
    return merge(unit, merging(false, false));
  }

  Outcome merge(LegacyUnit unit, Merging merging) {
    var merged = merging.merge(unit);
    return new Outcome(merged, merging.conflicts());
  }

  /** What became of the history in a file. */
  record Outcome(LegacyUnit unit, List<Conflict> conflicts) {

    List<DomainEvent> events() {
      return unit.events().stream().map(LegacyEvent::event).toList();
    }
  }

  Facts facts(EntityRef ref) {
    return Facts.of(told(ref.toString()).stream().map(Told::event).toList());
  }

  @Override
  public List<Told> told(String stream) {
    return List.copyOf(streams.getOrDefault(stream, List.of()));
  }

  @Override
  public List<LegacyFileImported> imports() {
    return List.of();
  }

  @Override
  public void forEach(String importId, Consumer<Fact> fact) {
    throw new UnsupportedOperationException("no rows");
  }

  @Override
  public Optional<String> rowAt(long position) {
    throw new UnsupportedOperationException("no rows");
  }

  @Override
  public boolean isPurged(long position) {
    throw new UnsupportedOperationException("no rows");
  }

  @Override
  public void forEachRow(Consumer<Fact> fact) {
    throw new UnsupportedOperationException("no rows");
  }
}
