package org.fractalgoals.migration.template;

import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.History;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;

/** Reads a row of {@code session_templates}. */
public record TemplateInterpreter(Evidence evidence) implements Interpreter {

  private static final String DATA = "template_data";

  @Override
  public LegacyUnit interpret(Place place) {
    var row = Objects.requireNonNull(place.row());
    var id = place.ref().id();
    var times = evidence.clocks().times(row);
    var data = row.text(DATA);
    var history = new History(place);
    history.begin(new TemplateCreated(id, place.rootId(), Cells.text(row, "name"),
        Cells.text(row, "description"), evidence.json().apply(data == null ? "{}" : data),
        times.created().at()), times.created(),
        data == null ? List.of(Flags.unreadable(DATA)) : List.of());
    history.addAll(new Life(times).deleted(at -> new TemplateDeleted(id, at))
        .touched(at -> new TemplateTouched(id, at)).inOrder());
    return history.unit();
  }
}
