package org.fractalgoals.api.key;

import java.util.List;

import org.fractalgoals.api.security.KeySecret;
import org.fractalgoals.domain.key.NewKey;

/**
 * A key that was just made.
 *
 * @param name of its holder
 * @param role {@code user} or {@code admin}
 * @param fractals the ids of the fractals it is for; empty for all
 * @param key what the holder sends; it is not kept and cannot be told again
 */
public record MadeKeyView(String name, String role, List<String> fractals, String key) {

  public static MadeKeyView of(NewKey key, KeySecret secret) {
    return new MadeKeyView(key.name(), key.role().code(), key.fractals(), secret.text());
  }
}
