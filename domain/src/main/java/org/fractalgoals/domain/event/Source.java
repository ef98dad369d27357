package org.fractalgoals.domain.event;

import java.util.Locale;

/** Through which door an event came in. */
public enum Source {
  API, CLI, MIGRATION;

  /** Stable stored name. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
