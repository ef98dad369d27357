package org.fractalgoals.projections.rebuild;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param done events applied so far
 * @param total events there are
 * @param eventsPerSecond applied since it began; 0 before the first
 * @param remaining until all events are applied; null while that cannot be told, and afterwards
 * @param endedAt null while it runs
 * @param problem one sentence that says why it failed; null unless it did
 */
public record RebuildProgress(Phase phase, long done, long total, double eventsPerSecond,
    @Nullable Duration remaining, Instant startedAt, @Nullable Instant endedAt,
    @Nullable String problem) {

  /** What a rebuild does, in this order; the last three are ends. */
  public enum Phase {
    /** It applies the events of the store to a new file. */
    LOADING,
    /** It makes the indexes that only queries need. */
    INDEXING,
    /** It checks the new file. */
    CHECKING,
    /** The new file follows the store as the one in use does. */
    CATCHING_UP,
    /** The new file takes the place of the one in use. */
    SWITCHING,
    /** The new file is in use. */
    DONE,
    /** Somebody ended it; nothing has changed. */
    CANCELLED,
    /** It could not be finished; nothing has changed. */
    FAILED
  }

  /** Whether it goes on. */
  public boolean isRunning() {
    return endedAt == null;
  }
}
