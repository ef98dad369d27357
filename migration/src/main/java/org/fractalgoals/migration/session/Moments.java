package org.fractalgoals.migration.session;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.fractalgoals.migration.clock.ClockRule;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.clock.WrittenTime;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Finds times that may stand in a row and, once more, in free JSON. The row is right unless it has none, or its digits
 * mean the moment of the JSON by another clock. JSON that names no zone is local.
 */
record Moments(ClockRules clocks) {

  /**
   * The time.
   *
   * @param row null if there is none
   * @param json digits of the time in JSON; null if there are none
   */
  Moment of(@Nullable LegacyRow row, String column, @Nullable String json) {
    var written = Optional.ofNullable(json).flatMap(WrittenTime::read);
    var inRow = row == null ? new LegacyTime.None() : clocks.read(row, column);
    if (row != null && inRow instanceof LegacyTime.Known known) {
      return written.map(other -> settled(row, column, known, other))
          .orElseGet(() -> new Moment(known.at(), Flags.of(known)));
    }
    var flags = new ArrayList<String>();
    if (inRow instanceof LegacyTime.Unreadable
        || (written.isEmpty() && json != null && !json.isBlank())) {
      flags.add(Flags.timeUnknown(column));
    }
    if (written.isEmpty()) {
      return new Moment(null, flags);
    }
    if (row != null && row.holdsNull(column)) {
      flags.add(Flags.jsonOnly(column));
    }
    if (written.get().offset() == null) {
      flags.add(Flags.clockAssumed(ClockRule.LOCAL));
    }
    return new Moment(readings(written.get(), clocks.zone()).getFirst(), flags);
  }

  private Moment settled(LegacyRow row, String column, LegacyTime.Known inRow,
      WrittenTime inJson) {
    var flags = Flags.of(inRow);
    if (hasReading(inJson, inRow.at())) {
      return new Moment(inRow.at(), flags);
    }
    if (inJson.offset() != null && inRow.rule() != ClockRule.ZONE_IN_TEXT) {
      var moment = readings(inJson, clocks.zone()).getFirst();
      var digits = WrittenTime.read(Objects.requireNonNullElse(row.text(column), ""));
      if (digits.filter(other -> hasReading(other, moment)).isPresent()) {
        return new Moment(moment, List.of());
      }
    }
    return new Moment(inRow.at(),
        Stream.concat(flags.stream(), Stream.of(Flags.jsonRowConflict(column))).toList());
  }

  private boolean hasReading(WrittenTime written, Instant at) {
    return readings(written, clocks.zone()).stream().anyMatch(reading -> isSame(reading, at));
  }

  /** Browsers write milliseconds only. */
  private static boolean isSame(Instant one, Instant other) {
    return one.truncatedTo(ChronoUnit.MILLIS).equals(other.truncatedTo(ChronoUnit.MILLIS));
  }

  /** All moments that the digits may mean, the likeliest first. */
  private static List<Instant> readings(WrittenTime written, ZoneId zone) {
    var digits = written.day()
        .atTime(Objects.requireNonNullElse(written.time(), LocalTime.MIDNIGHT))
        .truncatedTo(ChronoUnit.MICROS);
    return written.offset() == null
        ? List.of(digits.atZone(zone).toInstant(), digits.toInstant(ZoneOffset.UTC))
        : List.of(digits.toInstant(written.offset()));
  }
}
