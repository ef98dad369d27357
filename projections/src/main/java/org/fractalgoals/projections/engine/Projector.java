package org.fractalgoals.projections.engine;

import java.sql.SQLException;

import org.fractalgoals.domain.event.RecordedEvent;

/**
 * Turns events into rows. Knows neither whether it works on a rebuild or on the newest event, nor the time of day. Given
 * an event a second time it changes nothing.
 */
public interface Projector {

  /** Stable name, part of the fingerprint of the read model. */
  String name();

  /** Raised with every change that makes other rows of the same events. */
  int version();

  /**
   * Writes what an event means for the rows of this projector; nothing if it is none of its events.
   *
   * @param rows writes in the transaction of the engine
   * @throws SQLException if a row cannot be written: where it breaks a constraint the projection stops before this
   *         event, and otherwise tries again later
   */
  void apply(RecordedEvent event, Statements rows) throws SQLException;

  /**
   * All events of a store are about to come, and nobody reads before they have: a projector may keep in memory what it
   * would look up, or put writing off.
   *
   * @throws SQLException as {@link #apply}
   */
  default void bulkBegins(Statements rows) throws SQLException {}

  /**
   * Whatever was put off must be written now: the next events come as they happen.
   *
   * @throws SQLException as {@link #apply}
   */
  default void bulkEnds(Statements rows) throws SQLException {}
}
