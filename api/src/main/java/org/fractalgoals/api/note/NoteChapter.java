package org.fractalgoals.api.note;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of notes. */
@Lazy
@Component
final class NoteChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(NoteController.class, Topic.NOTES, NoteShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listNotes", "List notes, the newest first")
            .query("context", Schema.text(),
                "What they are to be about, as `kind/id`: a session with what was performed in it, an activity with its instances, an instance or a goal alone. Absent for all notes of the fractal.")
            .query("after", Schema.text(), "The `next` of the page before.")
            .query("limit",
                Schema.integer().with("minimum", 1).with("maximum", 1000).with("default", 100),
                "How many notes at most.")
            .refuses(400, "A parameter cannot be read.")
            .answers(NoteShapes.NOTES, "A page of notes."),
        Operation.of("create", "createNote", "Write a note")
            .takes(NoteShapes.NEW_NOTE)
            .refuses(409,
                "The id is that of another note, of whichever fractal, deleted or not. Or others changed the same thing at the same moment.")
            .creates(NoteShapes.NOTE, "The new note."),
        Operation.of("one", "getNote", "Get a note")
            .answers(NoteShapes.NOTE, "The note."),
        Operation.of("edit", "updateNote", "Let a note say something else")
            .takes(NoteShapes.NOTE_CHANGES)
            .answers(NoteShapes.NOTE, "The note."),
        Operation.of("delete", "deleteNote", "Delete a note")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreNote", "Bring a note back")
            .says("It has no name and no other place: the body can be left out.")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(NoteShapes.NOTE, "The note."));
  }
}
