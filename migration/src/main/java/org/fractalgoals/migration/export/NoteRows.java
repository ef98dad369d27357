package org.fractalgoals.migration.export;

import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.jspecify.annotations.Nullable;

/** Writes {@code notes}. Session and activity of an instance are filled in at the end. */
final class NoteRows {

  private final ExportedTable notes;

  NoteRows(ExportedRows rows) {
    this.notes = new ExportedTable(rows, "notes");
  }

  void apply(RecordedEvent event, NoteEvent note) throws SQLException {
    var id = note.noteId();
    switch (note) {
      case NoteCreated created -> create(event, created);
      case NoteEdited edited -> notes.set(event, id, "content", edited.content());
      case NoteDeleted deleted -> notes.delete(event, id);
      case NoteRestored restored -> notes.restore(event, id);
      case NoteTouched touched -> notes.touch(event, id);
    }
  }

  private void create(RecordedEvent event, NoteCreated created) throws SQLException {
    var context = created.context();
    notes.insert(
        "id, root_id, context_type, context_id, session_id, activity_instance_id, activity_definition_id, set_index, content, created_at, updated_at",
        created.noteId(), created.rootId(), type(context.kind()), context.id(),
        idIf(Kind.SESSION, context), idIf(Kind.INSTANCE, context), idIf(Kind.ACTIVITY, context),
        created.setIndex(), created.content(), event.time(), event.time());
  }

  private static @Nullable String idIf(Kind kind, EntityRef context) {
    return context.kind() == kind ? context.id() : null;
  }

  private static String type(Kind context) {
    return switch (context) {
      case INSTANCE -> "activity_instance";
      case ACTIVITY -> "activity_definition";
      case GOAL, SESSION, METRIC, SPLIT, GROUP, TEMPLATE, PROGRAM, BLOCK, DAY, NOTE ->
        context.code();
    };
  }
}
