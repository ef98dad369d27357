package org.fractalgoals.domain.rule;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;

/** How a thing that another one refers to stands to the fractal of the latter. */
public enum Standing {
  /** Never known there. */
  UNKNOWN,
  /** Deleted, itself or something above it. */
  DELETED,
  /** It may be referred to. */
  VISIBLE;

  public static Standing of(EntityRef ref, String rootId, Entities entities) {
    if (entities.known(ref, rootId).isEmpty()) {
      return UNKNOWN;
    }
    return entities.isVisible(ref) ? VISIBLE : DELETED;
  }

  /**
   * @throws RuleViolation unless the thing may be referred to
   */
  public void require(EntityRef ref) {
    switch (this) {
      case UNKNOWN -> throw new RuleViolation(new Rule.ReferenceIsUnknown(ref));
      case DELETED -> throw new RuleViolation(new Rule.ReferenceIsDeleted(ref));
      case VISIBLE -> {
        // it may be referred to
      }
    }
  }
}
