package org.fractalgoals.projections.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One visible session.
 *
 * @param parentId the goal above in the tree; null for an imported session that has none
 * @param parentIds the visible short-term goals it serves, in the order they were linked, and the goal above if it is
 *     not one of them
 * @param targets JSON as it was sent, null for none
 * @param start wall-clock digits of no zone
 * @param end likewise; may precede the start
 * @param templateId as it was sent; may name nothing
 * @param data as it was sent, not necessarily JSON; null for none
 * @param completedAt null if it is open, or the time is not known
 * @param version sequence of the last event about the session itself
 */
public record SessionRow(String id, String rootId, @Nullable String parentId,
    List<String> parentIds, String name, String description, @Nullable LocalDate deadline,
    @Nullable String targets, @Nullable LocalDateTime start, @Nullable LocalDateTime end,
    @Nullable Long durationMinutes, @Nullable Long totalDurationSeconds,
    @Nullable String templateId, @Nullable String data, boolean completed,
    @Nullable Instant completedAt, Instant createdAt, Instant updatedAt, long version) {

  public SessionRow {
    parentIds = List.copyOf(parentIds);
  }
}
