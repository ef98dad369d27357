package org.fractalgoals.domain.note;

import org.fractalgoals.domain.entity.EntityRef;

/** Identifies a note. Its text is the name of the note's stream. */
public record NoteId(String id) {

  public EntityRef ref() {
    return EntityRef.note(id);
  }

  @Override
  public String toString() {
    return ref().toString();
  }
}
