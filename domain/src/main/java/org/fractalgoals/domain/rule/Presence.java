package org.fractalgoals.domain.rule;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;

/** Whether a thing is there to be dealt with. */
public final class Presence {

  private Presence() {}

  /**
   * The thing, if it and everything above it lives.
   *
   * @param rootId the fractal it is asked for in
   * @throws RuleViolation if it is not known in this fractal, or not visible
   */
  public static Entity requireVisible(Entities entities, EntityRef ref, String rootId) {
    var lineage = entities.lineage(ref);
    if (lineage.isEmpty() || !lineage.get(0).rootId().equals(rootId)) {
      throw new RuleViolation(new Rule.IsUnknown(ref));
    }
    if (!lineage.stream().allMatch(Entity::lives)) {
      throw new RuleViolation(new Rule.IsDeleted(ref));
    }
    return lineage.get(0);
  }
}
