package org.fractalgoals.api.command;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.note.Content;
import org.fractalgoals.domain.note.NoteCommand.CreateNote;
import org.fractalgoals.domain.note.NoteCommand.EditNote;
import org.fractalgoals.domain.note.NoteId;

/** What can be asked of notes. */
final class NoteChoices {

  /** The last one is refused. */
  private static final List<Kind> KINDS = List.of(Kind.GOAL, Kind.SESSION, Kind.INSTANCE,
      Kind.INSTANCE, Kind.ACTIVITY, Kind.TEMPLATE);

  private final Dice dice;
  private final Things things;

  NoteChoices(Dice dice, Things things) {
    this.dice = dice;
    this.things = things;
  }

  CreateNote create() {
    var kind = dice.oneOf(KINDS);
    var about = things.any(kind);
    return new CreateNote(new NoteId(things.newId(Kind.NOTE)), about.rootId(),
        new EntityRef(kind, about.id()), dice.orNull(70, () -> dice.number(4) - 1L), content());
  }

  EditNote edit() {
    var note = things.any(Kind.NOTE);
    return new EditNote(new NoteId(note.id()), note.rootId(), content());
  }

  private Content content() {
    return new Content("note " + dice.number(4));
  }
}
