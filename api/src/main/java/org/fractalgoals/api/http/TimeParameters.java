package org.fractalgoals.api.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads the ends of a span of time that something is asked for. What is wrong with one is a {@link HttpProblem} with status 400. */
public final class TimeParameters {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

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
    return text == null ? null : instant(read(name, text));
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
    return DAY.matcher(text).matches()
        ? inZone(time.digits().plusDays(1))
        : instant(time);
  }

  private static IsoTime read(String name, String text) {
    return IsoTime.read(text).orElseThrow(() -> HttpProblem.badRequest(
        "\"%s\" must be a day such as 2026-03-04 or a time such as 2026-03-04T05:06:07Z."
            .formatted(name)));
  }

  private Instant instant(IsoTime time) {
    var offset = time.offset();
    return offset == null ? inZone(time.digits()) : time.digits().toInstant(offset);
  }

  private Instant inZone(LocalDateTime digits) {
    return digits.atZone(zone).toInstant();
  }
}
