package org.fractalgoals.eventstore.lookup;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fractalgoals.domain.entity.Entity;
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
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.entity.Kind.NameScope;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;

/**
 * The rules about sets of things, judged after all changes of one append have been applied: what matters is where
 * they lead, not the way. They do not judge imported facts.
 */
public final class SetRules {

  private final EntityTable table;
  private final Set<EntityRef> restored;
  private final Map<EntityRef, List<Entity>> lineages = new HashMap<>();

  /**
   * @param restored what is restored in this append
   */
  public SetRules(EntityTable table, Set<EntityRef> restored) {
    this.table = table;
    this.restored = Set.copyOf(restored);
  }

  /**
   * @param change what was applied
   * @throws RuleViolation if it broke a rule
   * @throws StaleDecision if a deletion left something live below
   */
  public void check(EntityChange change) throws SQLException {
    var entity = table.find(change.ref()).orElseThrow();
    switch (change) {
      case Added added -> {
        requirePlace(entity);
        requireFreeName(entity);
      }
      case Presumed presumed -> requirePlace(entity);
      case Moved moved -> requirePlace(entity);
      case Renamed renamed -> {
        if (!entity.lives()) {
          throw new StaleDecision(entity.ref() + " is deleted and gets another name");
        }
        requireFreeName(entity);
      }
      case Restored restored -> {
        requireLivingPlace(entity);
        requireFreeName(entity);
      }
      case Deleted deleted -> requireNothingLiveBelow(entity);
      case Reordered reordered -> {
        // any place will do
      }
      case Conformed conformed -> requireFreeName(entity);
      case Purged purged -> {
        // all below it goes in the same append
      }
    }
  }

  /** The parent, or for what has none the root of the fractal, exists, lives and is in the same fractal. */
  private void requirePlace(Entity entity) throws SQLException {
    if (entity.isRoot()) {
      return;
    }
    var place = entity.place();
    var lineage = lineageOf(place);
    requireKnown(place, lineage);
    if (!lineage.get(0).rootId().equals(entity.rootId())) {
      throw new RuleViolation(new Rule.ParentIsInOtherFractal(place));
    }
    if (!lineage.stream().allMatch(Entity::lives)) {
      throw new RuleViolation(new Rule.ParentIsDeleted(place));
    }
  }

  /**
   * Everything above lives. Not asked of what comes back along with something above it: what lies between the two was
   * deleted before they were, and stays so.
   */
  private void requireLivingPlace(Entity entity) throws SQLException {
    if (entity.isRoot()) {
      return;
    }
    var lineage = lineageOf(entity.place());
    requireKnown(entity.place(), lineage);
    if (lineage.stream().anyMatch(above -> restored.contains(above.ref()))) {
      return;
    }
    for (var above : lineage.reversed()) {
      if (!above.lives()) {
        throw new RuleViolation(new Rule.ParentIsStillDeleted(entity.ref(), above.ref()));
      }
    }
  }

  private static void requireKnown(EntityRef place, List<Entity> lineage) {
    if (lineage.isEmpty() || lineage.stream().anyMatch(Entity::placeholder)) {
      throw new RuleViolation(new Rule.ParentIsUnknown(place));
    }
  }

  /** Many things of one append stand in one place; nothing changes any more while they are judged. */
  private List<Entity> lineageOf(EntityRef place) throws SQLException {
    var lineage = lineages.get(place);
    if (lineage == null) {
      lineage = table.lineage(place);
      lineages.put(place, lineage);
    }
    return lineage;
  }

  private void requireFreeName(Entity entity) throws SQLException {
    var scope = entity.ref().kind().nameScope();
    if (scope == NameScope.NONE || entity.name() == null || entity.exempt() || !entity.lives()) {
      return;
    }
    for (var namesake : table.namesakes(entity)) {
      if (scope == NameScope.FRACTAL) {
        throw new RuleViolation(
            new Rule.NameIsTaken(entity.ref().kind(), entity.name(), "fractal"));
      }
      if (namesake.place().equals(entity.place())) {
        throw new RuleViolation(
            new Rule.NameIsTaken(entity.ref().kind(), entity.name(),
                entity.place().kind().code()));
      }
    }
  }

  private void requireNothingLiveBelow(Entity entity) throws SQLException {
    if (entity.lives()) {
      return;
    }
    if (entity.isRoot() ? livesInFractal(entity.rootId()) : table.hasLiveBelow(entity.ref())) {
      throw new StaleDecision("something lives below " + entity.ref());
    }
  }

  private boolean livesInFractal(String rootId) throws SQLException {
    for (var kind : Kind.values()) {
      if (kind.isDeletedWithFractal() && table.hasLive(rootId, kind)) {
        return true;
      }
    }
    return false;
  }
}
