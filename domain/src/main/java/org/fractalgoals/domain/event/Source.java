package org.fractalgoals.domain.event;

import java.util.Locale;

/** Through which door an event came in. */
public enum Source {
  API, CLI, MIGRATION;

  /** Stable stored name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The door with this stored name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Source ofCode(String code) {
    for (var source : values()) {
      if (source.code().equals(code)) {
        return source;
      }
    }
    throw new IllegalArgumentException("there is no door \"%s\"".formatted(code));
  }
}
