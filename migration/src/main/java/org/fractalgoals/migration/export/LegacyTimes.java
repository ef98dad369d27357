package org.fractalgoals.migration.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Times as the legacy application writes them: {@code 2026-01-13 13:08:43.956849}, without a zone. */
final class LegacyTimes {

  private static final DateTimeFormatter FORM = DateTimeFormatter
      .ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private LegacyTimes() {}

  /** A moment, in UTC. */
  static String of(Instant instant) {
    return FORM.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Digits of no zone, as they are. */
  static @Nullable String ofDigits(@Nullable LocalDateTime digits) {
    return digits == null ? null : FORM.format(digits);
  }

  /** A day, as its midnight. */
  static @Nullable String ofDay(@Nullable LocalDate day) {
    return day == null ? null : FORM.format(day.atStartOfDay());
  }

  /** What a clock on the wall of a zone showed, in UTC. */
  static @Nullable String ofWallClock(@Nullable LocalDateTime shown, ZoneId zone) {
    return shown == null ? null : of(shown.atZone(zone).toInstant());
  }
}
