package org.fractalgoals.migration.note;

import java.util.ArrayList;
import java.util.Objects;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;

/** Reads a row of {@code notes}. What a note is about is its parent. */
public record NoteInterpreter(Evidence evidence) implements Interpreter {

  @Override
  public LegacyUnit interpret(Place place) {
    var row = Objects.requireNonNull(place.row());
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var flags = new ArrayList<String>();
    var set = Cells.integer(row, "set_index", flags);
    if (place.parent() != null) {
      evidence.refer(place.parent(), "context_id", flags);
    }
    if (!Cells.isSet(row, "content")) {
      flags.add(Flags.unreadable("content"));
    }
    var history = new History(place);
    history.begin(new NoteCreated(id, place.rootId(),
        Objects.requireNonNullElseGet(place.parent(), () -> EntityRef.goal(place.rootId())), set,
        Cells.text(row, "content"), times.created().at()), times.created(), flags);
    history.addAll(new Life(times).deleted(at -> new NoteDeleted(id, at))
        .touched(at -> new NoteTouched(id, at)).inOrder());
    return history.unit();
  }
}
