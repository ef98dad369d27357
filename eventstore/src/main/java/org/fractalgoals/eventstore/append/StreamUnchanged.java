package org.fractalgoals.eventstore.append;

import java.sql.SQLException;

import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.append.StoreWriter.Session;
import org.fractalgoals.eventstore.append.StoreWriter.Work;

/**
 * Requires that nothing has come to a stream since somebody has looked.
 *
 * @param sequence of the event that was the last one then
 */
public record StreamUnchanged(String stream, long sequence) implements Work<Boolean> {

  /**
   * @throws StaleDecision if something has come
   */
  @Override
  public Boolean run(Session session) throws SQLException {
    var end = session.events().endOf(stream);
    if (end.isEmpty() || end.get().sequence() != sequence) {
      throw new StaleDecision(stream + " has changed since it was looked at");
    }
    return true;
  }
}
