package org.fractalgoals.projections.template;

import java.sql.SQLException;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/** Writes what one event means for the row of its template. */
record TemplateRows(RecordedEvent event, Statements statements) {

  /**
   * Changes the row, unless it has seen the event before.
   *
   * @param sql takes the template's id as {@code ?1}, the sequence of the event as {@code ?2}, its time, null where it
   *     is unknown, as {@code ?3}, and from {@code ?4} on whatever else it needs
   * @throws IllegalStateException if there is no row
   */
  void change(String sql, String templateId, @Nullable Object... others) throws SQLException {
    var parameters = new @Nullable Object[others.length + 3];
    parameters[0] = templateId;
    parameters[1] = event.sequence();
    parameters[2] = event.payload().at();
    System.arraycopy(others, 0, parameters, 3, others.length);
    if (statements.update(sql, parameters) == 0
        && !statements.exists(TemplateSql.IS_KNOWN, templateId)) {
      throw new IllegalStateException(
          "the template \"%s\" has no row: its creation was never seen".formatted(templateId));
    }
  }
}
