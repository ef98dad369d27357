package org.fractalgoals.api.note;

import org.fractalgoals.api.http.PageParameters;
import org.fractalgoals.api.http.PageParameters.Page;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.projections.note.NoteQueries;
import org.fractalgoals.projections.note.NoteRow;
import org.jspecify.annotations.Nullable;

/** Notes as the read model has them, in the form of the API. What is not there, or deleted, is a 404. */
public final class NoteAnswers {

  private final Queries queries;

  public NoteAnswers(Queries queries) {
    this.queries = queries;
  }

  /**
   * @param context what they are to be about; null for all of the fractal
   */
  Page<NoteRow> page(String rootId, @Nullable EntityRef context, PageParameters parameters) {
    return parameters.read(list(queries.notes(), rootId, context), NoteRow::cursor);
  }

  private static PageParameters.Source<NoteRow> list(NoteQueries notes, String rootId,
      @Nullable EntityRef context) {
    if (context == null) {
      return (after, limit) -> notes.ofFractal(rootId, after, limit);
    }
    var id = context.id();
    return switch (context.kind()) {
      case GOAL -> (after, limit) -> notes.ofGoal(rootId, id, after, limit);
      case SESSION -> (after, limit) -> notes.ofSession(rootId, id, after, limit);
      case INSTANCE -> (after, limit) -> notes.ofInstance(rootId, id, after, limit);
      case ACTIVITY -> (after, limit) -> notes.ofActivity(rootId, id, after, limit);
      default -> throw new IllegalArgumentException("a note is never about " + context);
    };
  }

  NoteView one(String rootId, String noteId) {
    return queries.notes().note(rootId, noteId).map(NoteView::of)
        .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(EntityRef.note(noteId))));
  }
}
