package org.fractalgoals.api.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/** Times as the API writes them: the wall clock of the store's zone, six digits of fraction, no zone. */
public final class WallClockText {

  private static final DateTimeFormatter FORM = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private final ZoneId zone;

  public WallClockText(ZoneId zone) {
    this.zone = zone;
  }

  /** {@code 2026-03-04T05:06:07.123456}. */
  public String of(Instant instant) {
    return FORM.format(instant.atZone(zone));
  }

  /** A calendar day, written as its midnight: {@code 2026-03-04T00:00:00}. */
  public static @Nullable String ofDay(@Nullable LocalDate day) {
    return day == null ? null : day + "T00:00:00";
  }
}
