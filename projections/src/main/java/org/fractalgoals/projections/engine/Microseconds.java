package org.fractalgoals.projections.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How instants stand in the read model: microseconds since 1970-01-01T00:00Z. */
public final class Microseconds {

  private Microseconds() {}

  /** The microseconds of an instant; what is finer is cut off. */
  public static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** As {@link #of}; the greatest or least number for an instant that is too far away to have one. */
  public static long bounded(Instant instant) {
    if (instant.isAfter(toInstant(Long.MAX_VALUE))) {
      return Long.MAX_VALUE;
    }
    return instant.isBefore(toInstant(Long.MIN_VALUE)) ? Long.MIN_VALUE : of(instant);
  }

  public static Instant toInstant(long microseconds) {
    return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
  }
}
