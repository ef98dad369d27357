package org.fractalgoals.domain.event;

import org.jspecify.annotations.Nullable;

/**
 * Tells parts of the history again. Acts that belong to no fractal are left out. Safe for use by many threads; each
 * question is one to the last committed state.
 */
public interface EventHistory {

  /**
   * What had happened up to a point, as far as it is known now: an import may bring more of it later.
   *
   * @param rootId the fractal, known or not; null for all fractals
   * @return {@link Past#NOTHING} if nothing had happened
   */
  Past upTo(@Nullable String rootId, Until until);

  /** The events of a part of the history, in the order of their positions. Nothing is ever appended to it. */
  EventReader reader(Past past);
}
