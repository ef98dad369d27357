package org.fractalgoals.migration.history;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * An event made from what a legacy file says.
 *
 * @param effectiveAt when it happened, null if that is not known; as read, so it may precede what it rests on
 * @param flags how the file was interpreted
 * @param row the row this event stands for; null for all but the first event made from it
 */
public record LegacyEvent(DomainEvent event, @Nullable Instant effectiveAt, List<String> flags,
    @Nullable LegacyRow row) {

  public LegacyEvent {
    flags = List.copyOf(flags);
  }
}
