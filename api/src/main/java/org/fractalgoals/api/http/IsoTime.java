package org.fractalgoals.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A time as clients write it by ISO 8601: a day, or a day and a time of the day, perhaps with a fraction, perhaps with
 * {@code Z} or an offset. A day alone is its midnight.
 *
 * @param digits what is written, whatever the offset; whole microseconds, of the years 1 to 9999
 * @param offset null if none is written
 */
public record IsoTime(LocalDateTime digits, @Nullable ZoneOffset offset) {

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Pattern FORM = Pattern.compile("""
    (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\
    (?:[T ](?<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)\
    (?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?\
    """);

  /** Empty if the text is nothing of the kind. */
  public static Optional<IsoTime> read(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      var time = form.group("time");
      var digits = LocalDateTime.of(LocalDate.parse(form.group("day")),
          time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time));
      var offset = form.group("offset");
      return Optional.of(new IsoTime(digits.truncatedTo(ChronoUnit.MICROS),
          offset == null ? null : ZoneOffset.of(offset))).filter(IsoTime::isOfOurEra);
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  /** Whether a text that is one of these is a day alone. */
  static boolean isDay(String text) {
    return DAY.matcher(text).matches();
  }

  /**
   * The moment that is meant; of a time that the wall clock showed twice the first.
   *
   * @param zone that of times that say none
   */
  Instant in(ZoneId zone) {
    return offset == null ? digits.atZone(zone).toInstant() : digits.toInstant(offset);
  }

  /** The first moment after the day of these digits. */
  Instant endOfDay(ZoneId zone) {
    return digits.plusDays(1).atZone(zone).toInstant();
  }

  /** Other years have more digits, or a sign, and would not be read again. */
  private boolean isOfOurEra() {
    var utc = offset == null ? digits : digits.minusSeconds(offset.getTotalSeconds());
    return digits.getYear() >= 1 && utc.getYear() >= 1 && utc.getYear() <= 9999;
  }
}
