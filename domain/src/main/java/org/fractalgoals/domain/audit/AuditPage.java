package org.fractalgoals.domain.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some of the events that were asked for, the latest first.
 *
 * @param events fewer than asked for, even none, where looking for more would have taken long
 * @param next the position before which the next page begins; null if there is nothing more
 */
public record AuditPage(List<AuditedEvent> events, @Nullable Long next) {

  public AuditPage {
    events = List.copyOf(events);
  }
}
