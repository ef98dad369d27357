package org.fractalgoals.domain.note;

import java.util.Objects;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.jspecify.annotations.Nullable;

/** What decisions about a note need to know of it. */
public record NoteState(String noteId, String rootId, String content, boolean deleted) {

  /** The state of a note that was just written. */
  public static NoteState of(NoteCreated created) {
    return new NoteState(created.noteId(), created.rootId(), created.content(), false);
  }

  /**
   * The state after an event of the note's stream.
   *
   * @param before null before the note came into being
   */
  public static NoteState after(@Nullable NoteState before, DomainEvent event) {
    return switch (event) {
      case NoteCreated created -> of(created);
      case NoteEvent happened -> Objects.requireNonNull(before).evolve(happened);
      default -> throw new IllegalArgumentException("not an event of a note: " + event);
    };
  }

  /** The state after an event. */
  public NoteState evolve(NoteEvent event) {
    return switch (event) {
      case NoteCreated created -> of(created);
      case NoteEdited edited -> new NoteState(noteId, rootId, edited.content(), deleted);
      case NoteDeleted gone -> new NoteState(noteId, rootId, content, true);
      case NoteRestored back -> new NoteState(noteId, rootId, content, false);
      case NoteTouched touched -> this;
    };
  }
}
