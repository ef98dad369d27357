package org.fractalgoals.api.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.fractalgoals.projections.program.DayRow;
import org.jspecify.annotations.Nullable;

/**
 * A day of a block as the API shows it.
 *
 * @param date {@code 2026-03-04}; null for a day without a date
 */
public record DayView(String id, String blockId, @Nullable String date, @Nullable Long dayNumber,
    @Nullable String name, @Nullable String notes,
    @JsonProperty("is_completed") boolean isCompleted, List<PlannedView> sessions) {

  static DayView of(DayRow row) {
    return new DayView(row.id(), row.blockId(), text(row.date()), row.dayNumber(), row.name(),
        row.notes(), row.completed(), row.planned().stream().map(PlannedView::of).toList());
  }

  static @Nullable String text(@Nullable LocalDate day) {
    return Objects.toString(day, null);
  }
}
