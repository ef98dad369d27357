package org.fractalgoals.api.program;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.program.ProgramRow;
import org.jspecify.annotations.Nullable;

/**
 * A program as the API shows it.
 *
 * @param startDate digits of no zone, as they were sent; null only where imported
 * @param endDate likewise
 * @param weeklySchedule a JSON list, as it was last sent
 */
public record ProgramView(String id, String rootId, String name, String description,
    @Nullable String startDate, @Nullable String endDate, String createdAt, String updatedAt,
    @JsonProperty("is_active") boolean isActive, List<String> goalIds,
    @JsonRawValue String weeklySchedule, List<BlockView> blocks) {

  public static ProgramView of(ProgramRow row, WallClockText clock) {
    return new ProgramView(row.id(), row.rootId(), row.name(), row.description(),
        WallClockText.ofDigits(row.start()), WallClockText.ofDigits(row.end()),
        clock.of(row.createdAt()), clock.of(row.updatedAt()), row.active(), row.goalIds(),
        StoredJson.list(row.schedule()), row.blocks().stream().map(BlockView::of).toList());
  }
}
