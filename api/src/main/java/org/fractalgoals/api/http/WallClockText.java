package org.fractalgoals.api.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** Times as the API writes them: the wall clock of the store's zone, six digits of fraction, no zone. */
public final class WallClockText {

  private static final DateTimeFormatter FORM = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

  private static final DateTimeFormatter WHOLE_SECONDS = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final ZoneId zone;

  public WallClockText(ZoneId zone) {
    this.zone = zone;
  }

  /** Whose wall clock it is. */
  public ZoneId zone() {
    return zone;
  }

  /** {@code 2026-03-04T05:06:07.123456}. */
  public String of(Instant instant) {
    return FORM.format(instant.atZone(zone));
  }

  /** A calendar day, written as its midnight: {@code 2026-03-04T00:00:00}. */
  public static @Nullable String ofDay(@Nullable LocalDate day) {
    return day == null ? null : day + "T00:00:00";
  }

  /** Digits that belong to no zone: {@code 2026-03-04T05:06:07}, with a fraction only where there is one. */
  public static @Nullable String ofDigits(@Nullable LocalDateTime digits) {
    if (digits == null) {
      return null;
    }
    var isWhole = digits.equals(digits.truncatedTo(ChronoUnit.SECONDS));
    return (isWhole ? WHOLE_SECONDS : FORM).format(digits);
  }

  /** UTC in whole seconds, what is beyond them cut off: {@code 2026-03-04T05:06:07Z}. */
  public static @Nullable String ofUtc(@Nullable Instant instant) {
    return instant == null ? null : inUtc(instant);
  }

  /** As {@link #ofUtc}, of a time that is known. */
  public static String inUtc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
