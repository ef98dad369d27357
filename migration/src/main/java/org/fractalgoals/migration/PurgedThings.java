package org.fractalgoals.migration;

import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.graph.Known;
import org.fractalgoals.migration.graph.LegacyGraph;

/**
 * What must not come back: what was purged, and what the store has never seen and would stand below that. So what an import
 * leaves is what there would be if the file had been imported before the purge. What merely refers to something purged is
 * none of this, nor is what has a place of its own in the store, wherever the file may have it.
 */
record PurgedThings(Known known, LegacyGraph graph) implements Predicate<EntityRef> {

  @Override
  public boolean test(EntityRef thing) {
    var passed = new HashSet<EntityRef>();
    var next = Optional.of(thing);
    while (next.isPresent() && passed.add(next.get())) {
      var stored = known.find(next.get()).filter(Predicate.not(Entity::placeholder));
      if (stored.isPresent()) {
        return stored.get().isPurged();
      }
      next = graph.above(next.get());
    }
    return false;
  }
}
