package org.fractalgoals.api.key;

import java.util.List;

import org.fractalgoals.domain.key.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param name of its holder
 * @param role {@code user} or {@code admin}
 * @param fractals the ids of the fractals it is for; empty for all
 * @param createdAt since when there is one, in UTC
 * @param revokedAt since when it opens nothing; null as long as it does
 */
public record KeyView(String name, String role, List<String> fractals, String createdAt,
    @Nullable String revokedAt) {

  public static KeyView of(ApiKey key) {
    return new KeyView(key.name(), key.role().code(), key.fractals(),
        key.createdAt().toString(),
        key.revokedAt() == null ? null : key.revokedAt().toString());
  }
}
