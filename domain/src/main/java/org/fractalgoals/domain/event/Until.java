package org.fractalgoals.domain.event;

import java.time.Instant;

/** A point up to which history is told. */
public sealed interface Until {

  /**
   * By business time.
   *
   * @param time what happened at this moment is included
   */
  record Moment(Instant time) implements Until {}

  /**
   * In the order of commits.
   *
   * @param position the event at this position is included
   */
  record Position(long position) implements Until {}
}
