package org.fractalgoals.domain.key;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A key as it is known, without its secret.
 *
 * @param name of the holder
 * @param fractals the root ids of the fractals that can be seen with it; empty for all
 * @param revokedAt since when it opens nothing; null as long as it does
 */
public record ApiKey(String name, Role role, List<String> fractals, Instant createdAt,
    @Nullable Instant revokedAt) {

  public ApiKey {
    fractals = List.copyOf(fractals);
  }
}
