package org.fractalgoals.migration.clock;

/** By which rule an instant was read out of a text. */
public enum ClockRule {
  /** Wall clock of the zone the application ran in. */
  LOCAL("local"),
  /** Wall clock of UTC. */
  UTC("utc"),
  /** The text says its offset: nothing was assumed. */
  ZONE_IN_TEXT("zone-in-text"),
  /** A day without a time: its first moment in the zone the application ran in. */
  DATE_ONLY("date-only");

  private final String code;

  ClockRule(String code) {
    this.code = code;
  }

  /** Stable stored name. */
  public String code() {
    return code;
  }

  /** Whether another rule might have been right. */
  public boolean isAssumption() {
    return this != ZONE_IN_TEXT;
  }
}
