package org.fractalgoals.migration.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.fractalgoals.migration.legacy.LegacyRow;

/**
 * Which clock wrote a time without a zone: no column says so, so it follows from when and by what it was written. The
 * application wrote local time until its code changed, UTC afterwards; the database itself writes UTC. Start and end of
 * a session were UTC from the time on when sessions could be deleted softly.
 *
 * @param zone the zone the application ran in
 */
public record ClockRules(ZoneId zone) {

  private static final String CREATED = "created_at";

  /** Where the known files come from. */
  public static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");

  /** The change of the code, by the local clock; no known file has a time in the hours around it. */
  private static final LocalDateTime UTC_FROM = LocalDateTime.parse("2026-01-05T17:50:00");

  /** The timers of instances changed earlier than the rest. */
  private static final LocalDateTime TIMERS_UTC_FROM = LocalDateTime
      .parse("2026-01-01T18:29:00");

  /** When automated tests, which wrote creation times in UTC, ran on the production file. */
  private static final LocalDateTime TESTS_FROM = LocalDateTime.parse("2026-01-01T22:06:00");
  private static final LocalDateTime TESTS_UNTIL = LocalDateTime.parse("2026-01-01T22:34:00");

  /** How much earlier by its digits the last change of a test row is: the distance of the clocks, less its age. */
  private static final Duration CLOCKS_APART = Duration.ofHours(5);
  private static final Duration TESTS_TOOK = Duration.ofMinutes(28);

  /** What any row says of when the thing was created, last changed, completed and deleted. */
  public RowTimes times(LegacyRow row) {
    return new RowTimes(read(row, CREATED), read(row, "updated_at"),
        read(row, "completed_at"), read(row, "deleted_at"));
  }

  /** The moment that a column of a row speaks of. Digits that are no moment, such as days, are not read like this. */
  public LegacyTime read(LegacyRow row, String column) {
    var raw = row.text(column);
    if (raw == null) {
      return new LegacyTime.None();
    }
    return WrittenTime.read(raw).<LegacyTime>map(written -> known(written, row, column))
        .orElseGet(LegacyTime.Unreadable::new);
  }

  /** The digits for a moment that {@link #read} takes for it in a row of the newest stage. */
  public LocalDateTime digitsOf(Instant at) {
    return digitsOf(at, UTC_FROM);
  }

  /** As {@link #digitsOf(Instant)}, for the timers of what was performed. */
  public LocalDateTime timerDigitsOf(Instant at) {
    return digitsOf(at, TIMERS_UTC_FROM);
  }

  private LocalDateTime digitsOf(Instant at, LocalDateTime utcFrom) {
    var local = at.atZone(zone).toLocalDateTime();
    return local.isBefore(utcFrom) ? local : at.atOffset(ZoneOffset.UTC).toLocalDateTime();
  }

  private LegacyTime.Known known(WrittenTime written, LegacyRow row, String column) {
    var time = written.time();
    if (time == null) {
      return known(written.day().atStartOfDay(zone).toInstant(), ClockRule.DATE_ONLY);
    }
    var digits = written.day().atTime(time);
    if (written.offset() != null) {
      return known(digits.toInstant(written.offset()), ClockRule.ZONE_IN_TEXT);
    }
    boolean utc = written.byDatabase() || !digits.isBefore(utcFrom(row, column))
        || (column.equals(CREATED) && isByTests(row));
    return utc
        ? known(digits.toInstant(ZoneOffset.UTC), ClockRule.UTC)
        : known(digits.atZone(zone).toInstant(), ClockRule.LOCAL);
  }

  private static LocalDateTime utcFrom(LegacyRow row, String column) {
    if (column.startsWith("session_") && row.value("deleted_at") != null) {
      return LocalDateTime.MIN;
    }
    return column.startsWith("time_") ? TIMERS_UTC_FROM : UTC_FROM;
  }

  private static LegacyTime.Known known(Instant at, ClockRule rule) {
    return new LegacyTime.Known(at.truncatedTo(ChronoUnit.MICROS), rule);
  }

  /** Created while the tests ran, and last changed five hours earlier by the digits, or never. */
  private static boolean isByTests(LegacyRow row) {
    var created = digits(row, CREATED);
    if (created.isEmpty() || created.get().isBefore(TESTS_FROM)
        || !created.get().isBefore(TESTS_UNTIL)) {
      return false;
    }
    return row.holdsNull("updated_at") || digits(row, "updated_at")
        .filter(updated -> isFiveHoursEarlier(updated, created.get())).isPresent();
  }

  private static boolean isFiveHoursEarlier(LocalDateTime updated, LocalDateTime created) {
    var age = CLOCKS_APART.minus(Duration.between(updated, created));
    return !age.isNegative() && age.compareTo(TESTS_TOOK) <= 0;
  }

  private static Optional<LocalDateTime> digits(LegacyRow row, String column) {
    var raw = row.text(column);
    return raw == null
        ? Optional.empty()
        : WrittenTime.read(raw).filter(written -> written.time() != null)
            .map(written -> written.day().atTime(written.time()));
  }
}
