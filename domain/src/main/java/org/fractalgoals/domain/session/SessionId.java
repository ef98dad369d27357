package org.fractalgoals.domain.session;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies a session. Its text is the name of the session's stream. */
public record SessionId(String id) {

  public EntityRef ref() {
    return EntityRef.session(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
