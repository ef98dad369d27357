package org.fractalgoals.migration.clock;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What a legacy file says of the time of something. */
public sealed interface LegacyTime {

  /** The moment, null where it is not known. */
  @Nullable
  Instant at();

  /** The column is NULL or absent: the file does not speak of it. */
  record None() implements LegacyTime {
    @Override
    public @Nullable Instant at() {
      return null;
    }
  }

  /** Something stands there that nobody can read as a time. */
  record Unreadable() implements LegacyTime {
    @Override
    public @Nullable Instant at() {
      return null;
    }
  }

  /**
   * A moment that can be told.
   *
   * @param at whole microseconds
   * @param rule how it was read
   */
  record Known(Instant at, ClockRule rule) implements LegacyTime {}
}
