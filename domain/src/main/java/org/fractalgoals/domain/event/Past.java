package org.fractalgoals.domain.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A part of the history: what had happened up to a point, in one fractal or in all of them. Two that have the same events
 * are equal, however they were asked for, and what is appended later never changes one.
 *
 * @param rootId the fractal; null for all of them
 * @param position that of its last event in the order of commits; 0 if it has none
 * @param time the latest business time in it
 * @param events how many events it has
 */
public record Past(@Nullable String rootId, long position, Instant time, long events) {

  /** Before anything happened, anywhere. */
  public static final Past NOTHING = new Past(null, 0, Instant.EPOCH, 0);
}
