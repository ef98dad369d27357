package org.fractalgoals.projections.goal;

import java.sql.SQLException;

import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.Statements;
import org.jspecify.annotations.Nullable;

/** Writes what one event means for the row of its goal. */
record GoalRows(RecordedEvent event, Statements statements) {

  private static final String IS_KNOWN = "SELECT 1 FROM goals WHERE id = ?1";

  /**
   * Changes the row, unless it has seen the event before.
   *
   * @param sql takes the goal's id as {@code ?1}, the sequence of the event as {@code ?2}, its time, null where it is
   *     unknown, as {@code ?3}, and from {@code ?4} on whatever else it needs
   * @throws IllegalStateException if there is no row
   */
  void change(String sql, String goalId, @Nullable Object... others) throws SQLException {
    var parameters = new @Nullable Object[others.length + 3];
    parameters[0] = goalId;
    parameters[1] = event.sequence();
    parameters[2] = event.payload().at();
    System.arraycopy(others, 0, parameters, 3, others.length);
    if (statements.update(sql, parameters) == 0 && !statements.exists(IS_KNOWN, goalId)) {
      throw new IllegalStateException(
          "the goal \"%s\" has no row: its creation was never seen".formatted(goalId));
    }
  }

  /** Runs a statement that takes the goal's id and brings rows into line with others. */
  void settle(String sql, String goalId) throws SQLException {
    statements.update(sql, goalId);
  }
}
