package org.fractalgoals.domain.activity;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies an activity. Its text is the name of the activity's stream. */
public record ActivityId(String id) {

  public EntityRef ref() {
    return EntityRef.activity(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
