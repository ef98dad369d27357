package org.fractalgoals.domain.goal;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies a goal. Its text is the name of the goal's stream. */
public record GoalId(String id) {

  public EntityRef ref() {
    return EntityRef.goal(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
