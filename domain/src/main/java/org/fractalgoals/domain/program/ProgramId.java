package org.fractalgoals.domain.program;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies a program. Its text is the name of the program's stream. */
public record ProgramId(String id) {

  public EntityRef ref() {
    return EntityRef.program(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
