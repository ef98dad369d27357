package org.fractalgoals.api.security;

import java.util.List;

import org.fractalgoals.api.http.Actor;
import org.fractalgoals.domain.key.ApiKey;

/**
 * Whoever has proved who they are.
 *
 * @param actor their name in the history
 * @param fractals the root ids of the fractals they can see; empty for all
 */
record Holder(String actor, List<String> fractals) implements Actor {

  /** Whoever may read the data directory. */
  static final Holder ADMIN = new Holder("admin", List.of());

  Holder {
    fractals = List.copyOf(fractals);
  }

  static Holder of(ApiKey key) {
    return new Holder(key.name(), key.fractals());
  }
}
