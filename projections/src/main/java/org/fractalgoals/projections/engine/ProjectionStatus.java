package org.fractalgoals.projections.engine;

import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param position position of the last event applied
 * @param head position of the last event of the store
 * @param complete whether it has applied all that was in the store when it started; its rows are not to be shown before
 * @param failure why it stopped; null unless stopped
 */
public record ProjectionStatus(State state, long position, long head, boolean complete,
    @Nullable ProjectionFailure failure) {

  /** What a projection does. */
  public enum State {
    /** It has not yet applied all that was in the store when it started. */
    CATCHING_UP,
    /** It has, and follows. */
    LIVE,
    /** It met an event that it cannot apply, and stays before it. */
    STOPPED
  }
}
