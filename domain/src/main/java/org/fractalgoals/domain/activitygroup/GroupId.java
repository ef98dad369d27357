package org.fractalgoals.domain.activitygroup;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies a group of activities. Its text is the name of the group's stream. */
public record GroupId(String id) {

  public EntityRef ref() {
    return EntityRef.group(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
