package org.fractalgoals.domain.note;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What happens to a note. */
public sealed interface NoteEvent extends DomainEvent {

  /** Id of the note. */
  String noteId();

  /** The note itself. */
  default EntityRef note() {
    return EntityRef.note(noteId());
  }

  @Override
  default String stream() {
    return note().toString();
  }

  @Override
  default List<EntityChange> changes() {
    return switch (this) {
      case NoteCreated created -> List
          .of(new EntityChange.Added(note(), created.context(), null, 0));
      case NoteDeleted deleted -> List.of(new EntityChange.Deleted(note()));
      case NoteRestored restored -> List.of(new EntityChange.Restored(note()));
      case NoteEdited edited -> List.of();
      case NoteTouched touched -> List.of();
    };
  }

  /**
   * A note was written.
   *
   * @param rootId the fractal
   * @param context what it is about: a goal, a session, an activity instance or an activity
   * @param setIndex which set of the instance it is about, counted from 0; null for none in particular. An imported one
   *     may be anything
   * @param content what it says; that of an imported note may be blank
   */
  @StoredAs("note.created")
  record NoteCreated(String noteId, String rootId, EntityRef context, @Nullable Long setIndex,
      String content, @Nullable Instant at) implements NoteEvent {}

  /**
   * It says something else now.
   *
   * @param content what it says now
   */
  @StoredAs("note.edited")
  record NoteEdited(String noteId, String content, @Nullable Instant at) implements NoteEvent {}

  /** Deleted on its own, or with its fractal. */
  @StoredAs("note.deleted")
  record NoteDeleted(String noteId, @Nullable Instant at) implements NoteEvent {}

  /** The note is back from the trash. */
  @StoredAs("note.restored")
  record NoteRestored(String noteId, @Nullable Instant at) implements NoteEvent {}

  /** The legacy file says that the note was changed at this time, and not what was changed. */
  @StoredAs("note.touched")
  record NoteTouched(String noteId, @Nullable Instant at) implements NoteEvent {}
}
