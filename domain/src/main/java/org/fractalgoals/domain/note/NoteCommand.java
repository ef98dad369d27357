package org.fractalgoals.domain.note;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a single note. It is deleted and restored by what {@code org.fractalgoals.domain.trash} offers.
 */
public sealed interface NoteCommand {

  NoteId noteId();

  /** The fractal the note is asked for in. */
  String rootId();

  /**
   * A new note.
   *
   * @param context what it is about: a goal, a session, an activity instance or an activity; it stays so
   * @param setIndex which set of the instance it is about, counted from 0; null for none in particular
   */
  record CreateNote(@TargetAggregateIdentifier NoteId noteId, String rootId, EntityRef context,
      @Nullable Long setIndex, Content content) implements NoteCommand {}

  /** Other words for the same note. */
  record EditNote(@TargetAggregateIdentifier NoteId noteId, String rootId, Content content)
      implements
        NoteCommand {}
}
