package org.fractalgoals.api.program;

import java.util.List;

import org.fractalgoals.projections.program.BlockRow;
import org.jspecify.annotations.Nullable;

/**
 * A block of a program as the API shows it.
 *
 * @param startDate {@code 2026-03-04}; null only where imported
 * @param endDate likewise
 */
public record BlockView(String id, String programId, String name, @Nullable String startDate,
    @Nullable String endDate, @Nullable String color, List<String> goalIds,
    List<DayView> days) {

  static BlockView of(BlockRow row) {
    return new BlockView(row.id(), row.programId(), row.name(), DayView.text(row.start()),
        DayView.text(row.end()), row.color(), row.goalIds(),
        row.days().stream().map(DayView::of).toList());
  }
}
