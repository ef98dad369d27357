package org.fractalgoals.domain.fact;

import static org.fractalgoals.domain.fact.Fact.fact;

import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.jspecify.annotations.Nullable;

/** The fields of a note. What it is about never changes. */
final class NoteFacts {

  private NoteFacts() {}

  static List<Fact> told(NoteEvent event) {
    var note = event.note();
    return switch (event) {
      case NoteCreated it -> List.of(fact(note, "context_id", it.context()),
          fact(note, "set_index", it.setIndex()), fact(note, "content", it.content()));
      case NoteEdited it -> List.of(fact(note, "content", it.content()));
      case NoteTouched it -> List.of(fact(note, FieldKey.UPDATED, it.at()));
      case NoteDeleted it -> List.of();
      case NoteRestored it -> List.of();
    };
  }

  static @Nullable DomainEvent change(Wish wish) {
    return wish.key().field().equals("content")
        ? new NoteEdited(wish.id(), wish.text(), wish.at())
        : null;
  }
}
