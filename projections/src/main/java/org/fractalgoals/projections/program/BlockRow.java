package org.fractalgoals.projections.program;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A block of a program.
 *
 * @param start null only where imported
 * @param end null only where imported
 * @param goalIds the visible goals it serves
 * @param version sequence of the last event about the block itself
 * @param days by number, then in the order of creation
 */
public record BlockRow(String id, String programId, String name, @Nullable LocalDate start,
    @Nullable LocalDate end, @Nullable String color, List<String> goalIds, long version,
    List<DayRow> days) {

  public BlockRow {
    goalIds = List.copyOf(goalIds);
    days = List.copyOf(days);
  }
}
