package org.fractalgoals.domain.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from its first moment; null if it has no beginning
 * @param to the first moment after it; null if it has no end
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {

  /** All of time. */
  public static final Span ALWAYS = new Span(null, null);

  /** Whether the moment lies in it. */
  public boolean contains(Instant moment) {
    return (from == null || !moment.isBefore(from)) && (to == null || moment.isBefore(to));
  }

  /** Whether it is all of time. */
  public boolean isUnbounded() {
    return from == null && to == null;
  }
}
