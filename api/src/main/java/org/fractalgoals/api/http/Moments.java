package org.fractalgoals.api.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Reads moments of the past as clients write them. What is wrong with one is a {@link HttpProblem} with status 400. */
public final class Moments {

  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone that of times that say none, and of days
   */
  public Moments(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * A time, or the end of a day, which may be today. Where the wall clock showed a time twice, the first is meant.
   *
   * @param name of the parameter
   */
  public Instant read(String name, String text) {
    var time = IsoTime.read(text).orElseThrow(() -> HttpProblem.badRequest(
        "\"%s\" must be a day such as 2026-03-04 or a time such as 2026-03-04T05:06:07Z or 2026-03-04T05:06:07%%2B01:00."
            .formatted(name)));
    var begin = time.in(zone);
    if (begin.isAfter(clock.instant())) {
      throw HttpProblem.badRequest("\"%s\" lies in the future.".formatted(name));
    }
    return IsoTime.isDay(text) ? time.endOfDay(zone).minus(1, ChronoUnit.MICROS) : begin;
  }
}
