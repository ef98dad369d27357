package org.fractalgoals.migration.session;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A time that both a row and free JSON may tell.
 *
 * @param at null if neither does
 * @param flags how it was found
 */
record Moment(@Nullable Instant at, List<String> flags) {

  Moment {
    flags = List.copyOf(flags);
  }
}
