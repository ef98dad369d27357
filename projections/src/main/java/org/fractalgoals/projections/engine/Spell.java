package org.fractalgoals.projections.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A time in which the projection is held up by what no event is to blame for, such as a full disk. Said once when it
 * begins and once when it ends, however many attempts are made meanwhile. For one thread.
 */
final class Spell {

  private static final Logger LOG = LoggerFactory.getLogger(Spell.class);
  private static final long FIRST_PAUSE = 100;
  private static final long LONGEST_PAUSE = 5_000;

  private long pause;

  /** One more attempt failed. */
  void goOn(long position, Throwable cause) {
    if (pause == 0) {
      LOG.warn("The read model is held up after event {}, and tries again: {}", position,
          cause.getMessage(), cause);
    }
    pause = pause == 0 ? FIRST_PAUSE : Math.min(2 * pause, LONGEST_PAUSE);
  }

  /** All could be applied. */
  void end(long position) {
    if (pause > 0) {
      LOG.info("The read model is no longer held up, and has reached event {}.", position);
    }
    pause = 0;
  }

  /** Milliseconds until the next attempt, longer after each one. */
  long pause() {
    return pause;
  }
}
