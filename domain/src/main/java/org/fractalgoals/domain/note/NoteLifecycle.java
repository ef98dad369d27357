package org.fractalgoals.domain.note;

import java.time.Instant;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.trash.Lifecycle;

/** How notes are deleted and restored. They have no name, and stay with what they are about. */
public final class NoteLifecycle implements Lifecycle {

  @Override
  public Kind kind() {
    return Kind.NOTE;
  }

  @Override
  public DomainEvent deleted(Entity note, Instant at) {
    return new NoteDeleted(note.ref().id(), at);
  }

  @Override
  public DomainEvent restored(Entity note, Instant at) {
    return new NoteRestored(note.ref().id(), at);
  }
}
