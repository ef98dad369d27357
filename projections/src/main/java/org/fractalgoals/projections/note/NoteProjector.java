package org.fractalgoals.projections.note;

import java.sql.SQLException;

import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.RowWriter;
import org.fractalgoals.projections.engine.Statements;

/** Keeps the table {@code notes}. Comes after the projectors of what notes are about. */
public final class NoteProjector implements Projector {

  @Override
  public String name() {
    return "notes";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void apply(RecordedEvent event, Statements statements) throws SQLException {
    if (event.payload() instanceof NoteEvent noteEvent) {
      apply(noteEvent, new RowWriter(event, statements, NoteSql.IS_KNOWN));
    }
  }

  private static void apply(NoteEvent event, RowWriter rows) throws SQLException {
    switch (event) {
      case NoteCreated created -> on(created, rows);
      case NoteEdited edited -> on(edited, rows);
      case NoteDeleted deleted -> on(deleted, rows);
      case NoteRestored restored -> on(restored, rows);
      case NoteTouched touched -> on(touched, rows);
    }
  }

  private static void on(NoteCreated created, RowWriter rows) throws SQLException {
    var event = rows.event();
    rows.statements().update(NoteSql.CREATE, created.noteId(), event.sequence(), event.time(),
        created.rootId(), created.context().kind().code(), created.context().id(),
        created.setIndex(), created.content(), Imported.breaksRule(event.flags()));
  }

  private static void on(NoteEdited edited, RowWriter rows) throws SQLException {
    rows.change(NoteSql.EDIT, edited.note(), edited.content(),
        Imported.breaksRule(rows.event().flags()));
  }

  private static void on(NoteDeleted deleted, RowWriter rows) throws SQLException {
    rows.delete(NoteSql.DELETE, deleted.note());
  }

  private static void on(NoteRestored restored, RowWriter rows) throws SQLException {
    rows.change(NoteSql.RESTORE, restored.note());
  }

  private static void on(NoteTouched touched, RowWriter rows) throws SQLException {
    rows.change(NoteSql.TOUCH, touched.note());
  }
}
