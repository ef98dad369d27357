package org.fractalgoals.api.command;

import org.fractalgoals.eventstore.append.StoreWriter.Work;

/** What must hold, or be stored, together with the events of a command. */
@FunctionalInterface
public interface Terms {

  /**
   * Asked before each attempt to carry out the command; may refuse it.
   *
   * @param actionId of the command
   * @return is done in the savepoint of the events, before them; if it fails nothing is stored
   */
  Work<?> before(String actionId);
}
