package org.fractalgoals.migration.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The digits of a time as a legacy file has them, no clock assumed.
 *
 * @param time null if there are only the digits of a day
 * @param offset null if the text names none
 * @param byDatabase whether SQLite's CURRENT_TIMESTAMP wrote it: a space, whole seconds without a fraction
 */
public record WrittenTime(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset,
    boolean byDatabase) {

  /** Years have four digits, so that every time fits into microseconds. */
  private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
      .parseCaseInsensitive().appendValue(ChronoField.YEAR, 4, 4, SignStyle.NOT_NEGATIVE)
      .appendPattern("-MM-dd").optionalStart().appendLiteral('T')
      .append(DateTimeFormatter.ISO_LOCAL_TIME).appendPattern("[XXX][XX][X]").optionalEnd()
      .toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** What SQLite makes of a day without dashes in a column of numeric affinity. */
  private static final Pattern DIGITS_ONLY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private static final Pattern DATE_AND_SPACE = Pattern.compile("^(\\S{10}) +");

  /** Empty if the text is not a time. */
  public static Optional<WrittenTime> read(String raw) {
    var stripped = raw.strip();
    var usual = UsualTime.read(stripped);
    return usual == null ? readAny(stripped) : Optional.of(usual);
  }

  private static Optional<WrittenTime> readAny(String stripped) {
    var text = DATE_AND_SPACE.matcher(DIGITS_ONLY.matcher(stripped).matches()
        ? DIGITS_ONLY.matcher(stripped).replaceFirst("$1-$2-$3")
        : stripped).replaceFirst("$1T");
    try {
      var parsed = FORMAT.parse(text);
      return Optional.of(new WrittenTime(LocalDate.from(parsed),
          parsed.query(TemporalQueries.localTime()), parsed.query(TemporalQueries.offset()),
          false));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
