package org.fractalgoals.projections.program;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A program with all that is in it now.
 *
 * @param start wall-clock digits of no zone; null only where imported
 * @param end likewise
 * @param goalIds the visible goals it serves
 * @param schedule the weekly schedule as it was last sent; null if none was
 * @param version sequence of the last event of its stream
 * @param blocks in the order of creation
 */
public record ProgramRow(String id, String rootId, String name, String description,
    @Nullable LocalDateTime start, @Nullable LocalDateTime end, boolean active,
    List<String> goalIds, @Nullable String schedule, Instant createdAt, Instant updatedAt,
    long version, List<BlockRow> blocks) {

  public ProgramRow {
    goalIds = List.copyOf(goalIds);
    blocks = List.copyOf(blocks);
  }
}
