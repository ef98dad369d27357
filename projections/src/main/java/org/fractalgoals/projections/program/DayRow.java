package org.fractalgoals.projections.program;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A day of a block.
 *
 * @param date null for a day without a date
 * @param dayNumber null only where imported
 * @param name null only where imported
 * @param version sequence of the last event about it
 * @param planned what is planned for it, in order
 */
public record DayRow(String id, String blockId, @Nullable LocalDate date,
    @Nullable Long dayNumber, @Nullable String name, @Nullable String notes, boolean completed,
    long version, List<PlannedRow> planned) {

  public DayRow {
    planned = List.copyOf(planned);
  }
}
