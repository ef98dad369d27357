package org.fractalgoals.domain.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time now, and the calendar of the store. The zone is that of the store, whatever the zone of the machine.
 */
public record WallClock(Clock clock, ZoneId zone) {

  /** Now, in whole microseconds. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The calendar day an instant falls on in the zone of the store. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
