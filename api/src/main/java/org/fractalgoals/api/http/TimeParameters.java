package org.fractalgoals.api.http;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/** Reads the ends of a span of time that something is asked for. What is wrong with one is a {@link HttpProblem} with status 400. */
public final class TimeParameters {

  private final ZoneId zone;

  /**
   * @param zone that of days, and of times that say none
   */
  public TimeParameters(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * A time, or the beginning of a day; null for none.
   *
   * @param name of the parameter
   */
  public @Nullable Instant from(String name, @Nullable String text) {
    return text == null ? null : read(name, text).in(zone);
  }

  /**
   * A time, or the end of a day; null for none.
   *
   * @param name of the parameter
   */
  public @Nullable Instant to(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    var time = read(name, text);
    return IsoTime.isDay(text) ? time.endOfDay(zone) : time.in(zone);
  }

  private static IsoTime read(String name, String text) {
    return IsoTime.read(text).orElseThrow(() -> HttpProblem.badRequest(
        "\"%s\" must be a day such as 2026-03-04 or a time such as 2026-03-04T05:06:07Z."
            .formatted(name)));
  }
}
