package org.fractalgoals.api.note;

import java.util.List;

import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;

/** What the document says of the bodies of requests about notes, and of their answers. */
final class NoteShapes {

  private static final Schema KIND = Schema
      .oneOfTexts(List.of("goal", "session", "instance", "activity"));
  private static final Schema CONTENT = Forms.LONG_TEXT.with("minLength", 1).with("pattern", "\\S");

  private static final NamedSchema NEW_CONTEXT = ObjectShape
      .body("NewNoteContext", "What a note is to be about.")
      .required("kind", KIND, "What it is.")
      .required("id", Forms.ID, "Its id.")
      .example("""
        {"kind": "instance", "id": "i-1"}
        """);

  static final NamedSchema NEW_NOTE = ObjectShape.body("NewNote", "A note.")
      .required("context", NEW_CONTEXT.ref(), "What it is about, in the same fractal.")
      .required("content", CONTENT, "What it says; not blank.")
      .optional("id", Schema.text().with("maxLength", 500).orNull(),
          "Chosen by the client; absent, null or empty for one that the server makes.")
      .optional("set_index",
          Schema.anything().with("type", List.of("integer", "string", "null")),
          "Which set of an instance it is about, from 0; null for none in particular.")
      .example("""
        {"context": {"kind": "instance", "id": "i-1"}, "set_index": 0, "content": "Slipped twice."}
        """);

  static final NamedSchema NOTE_CHANGES = ObjectShape
      .body("NoteChanges", "What a note is to say from now on.")
      .required("content", CONTENT, "Not blank.")
      .example("""
        {"content": "Slipped once."}
        """);

  private static final NamedSchema CONTEXT = RecordShape
      .of("NoteContext", NoteView.Context.class, "What a note is about.")
      .member("kind", KIND, "What it is.")
      .member("id", "Its id.")
      .example("""
        {"kind": "instance", "id": "i-1"}
        """);

  static final NamedSchema NOTE = RecordShape
      .of("Note", NoteView.class, "What somebody noted.")
      .member("id", "Its id.")
      .member("root_id", "Id of the fractal.")
      .member("context", CONTEXT.ref(), "What it is about; never another thing.")
      .member("session_id",
          "Id of the session it is about, or of that of the instance; null for a goal or an activity.")
      .member("activity_id",
          "Id of the activity it is about, or of that of the instance; null for a goal or a session.")
      .member("set_index", "Which set of the instance, from 0; null for none in particular.")
      .member("content", "What it says.")
      .member("created_at", Forms.UTC, "When it was written.")
      .member("updated_at", Forms.UTC, "When it was last changed.")
      .example("""
        {"id": "n-1", "root_id": "sail", "context": %s, "session_id": "morning",
         "activity_id": "bowline", "set_index": 0, "content": "Slipped twice.",
         "created_at": "2026-03-04T05:06:07Z", "updated_at": "2026-03-04T05:06:07Z"}
        """.formatted(CONTEXT.example()));

  static final NamedSchema NOTES = RecordShape
      .of("NotePage", NoteController.Notes.class, "A page of notes.")
      .member("notes", NOTE.list(), "The notes, the newest first.")
      .member("next", "What to send as `after` for the next page; null on the last one.")
      .example("""
        {"notes": [%s], "next": null}
        """.formatted(NOTE.example()));

  static final List<NamedSchema> ALL = List.of(NEW_CONTEXT, NEW_NOTE, NOTE_CHANGES, CONTEXT, NOTE,
      NOTES);

  private NoteShapes() {}
}
