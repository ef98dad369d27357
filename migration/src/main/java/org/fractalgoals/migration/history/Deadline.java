package org.fractalgoals.migration.history;

import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * The deadline in a row.
 *
 * @param day null if there is none that can be read
 * @param flags whether it cannot be read, or precedes the beginning
 */
public record Deadline(@Nullable LocalDate day, List<String> flags) {

  private static final String COLUMN = "deadline";

  public Deadline {
    flags = List.copyOf(flags);
  }

  /**
   * Reads it.
   *
   * @param created the day on which the thing came into being
   */
  public static Deadline of(LegacyRow row, LocalDate created) {
    var day = Cells.day(row, COLUMN);
    if (day == null) {
      return new Deadline(null,
          Cells.isSet(row, COLUMN) ? List.of(Flags.timeUnknown(COLUMN)) : List.of());
    }
    return new Deadline(day,
        day.isBefore(created) ? List.of(Flags.checkViolated(COLUMN)) : List.of());
  }
}
