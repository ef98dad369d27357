package org.fractalgoals.migration.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.migration.history.LegacyUnit;

/**
 * Decides three ways what the histories in a file mean for the store: what the file says as it did when it was last
 * imported means nothing; something else is taken where the store still has what was imported; where a person has changed
 * it since, there is a conflict. A deleted thing stays deleted, and of a purged one nothing is told.
 */
public final class Merging {

  private final ImportHistory history;
  private final Function<EntityRef, Optional<Entity>> known;
  private final Predicate<EntityRef> purged;
  private final boolean olderFile;
  private final boolean takeConflicts;
  private final List<Conflict> conflicts = new ArrayList<>();

  /**
   * @param known what the store knew before this import
   * @param purged what nothing is taken of
   * @param olderFile whether a later state of the file was imported already: then nothing that is there is changed
   * @param takeConflicts whether the file is right in a conflict
   */
  public Merging(ImportHistory history, Function<EntityRef, Optional<Entity>> known,
      Predicate<EntityRef> purged, boolean olderFile, boolean takeConflicts) {
    this.history = history;
    this.known = known;
    this.purged = purged;
    this.olderFile = olderFile;
    this.takeConflicts = takeConflicts;
  }

  /** What has to be appended so that the store has what the unit tells; the unit itself if all of it is new. */
  public LegacyUnit merge(LegacyUnit unit) {
    if (isNew(unit) && !purged.test(unit.ref())) {
      return unit;
    }
    var base = new Facts();
    var current = new Facts();
    for (var each : history.told(unit.ref().toString())) {
      if (each.imported()) {
        base.tellNews(each.event(), current);
      }
      current.tell(each.event());
    }
    var merge = new UnitMerge(unit, base, current, known, purged, !olderFile, takeConflicts);
    var merged = merge.merged();
    conflicts.addAll(merge.conflicts());
    return merged;
  }

  private boolean isNew(LegacyUnit unit) {
    var parts = unit.events().stream().flatMap(event -> event.event().changes().stream())
        .filter(EntityChange.Added.class::isInstance).map(EntityChange::ref);
    return Stream.concat(Stream.of(unit.ref()), parts)
        .allMatch(thing -> known.apply(thing).isEmpty());
  }

  /** The conflicts found so far. */
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }
}
