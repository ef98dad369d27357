package org.fractalgoals.domain.rule;

import java.util.List;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;

/** Whether a thing is there to be dealt with, and may stand where it is to stand. */
public final class Presence {

  private Presence() {}

  /**
   * The thing, if it and everything above it lives.
   *
   * @param rootId the fractal it is asked for in
   * @throws RuleViolation if it is not known in this fractal, or not visible
   */
  public static Entity requireVisible(Lineages entities, EntityRef ref, String rootId) {
    var lineage = knownLineage(entities, ref);
    if (!lineage.get(0).rootId().equals(rootId)) {
      throw new RuleViolation(new Rule.IsUnknown(ref));
    }
    if (!lineage.stream().allMatch(Entity::lives)) {
      throw new RuleViolation(new Rule.IsDeleted(ref));
    }
    return lineage.get(0);
  }

  /**
   * Whether the thing that a command is about, and everything above it, lives.
   *
   * @throws RuleViolation if it is not known, or below something that is not
   */
  public static boolean isVisible(Lineages entities, EntityRef ref) {
    return knownLineage(entities, ref).stream().allMatch(Entity::lives);
  }

  private static List<Entity> knownLineage(Lineages entities, EntityRef ref) {
    var lineage = entities.lineage(ref);
    if (lineage.isEmpty() || lineage.stream().anyMatch(Entity::placeholder)) {
      throw new RuleViolation(new Rule.IsUnknown(ref));
    }
    return lineage;
  }

  /**
   * A thing that a new or changed one may refer to.
   *
   * @throws RuleViolation if it is not known in this fractal, or not visible
   */
  public static void requireReference(Lineages entities, EntityRef ref, String rootId) {
    requireKnownReference(entities, ref, rootId);
    if (!entities.isVisible(ref)) {
      throw new RuleViolation(new Rule.ReferenceIsDeleted(ref));
    }
  }

  /**
   * A thing that may be referred to even if it is deleted.
   *
   * @throws RuleViolation if it is not known in this fractal
   */
  public static void requireKnownReference(Lineages entities, EntityRef ref, String rootId) {
    if (entities.known(ref, rootId).isEmpty()) {
      throw new RuleViolation(new Rule.ReferenceIsUnknown(ref));
    }
  }

  /**
   * @throws RuleViolation if things of this kind never stand below things of that kind
   */
  public static void requirePossible(EntityRef ref, EntityRef parent) {
    if (!ref.kind().mayStandBelow(parent.kind())) {
      throw new RuleViolation(new Rule.CannotStandBelow(ref, parent));
    }
  }
}
