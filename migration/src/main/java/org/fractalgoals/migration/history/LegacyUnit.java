package org.fractalgoals.migration.history;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;

/**
 * The history of one stream, made from all rows about one thing and what belongs to it.
 *
 * <p>What its events refer to is there before they are appended: from the file, from the store, or as a placeholder. An
 * interpreter need not care for that; it only flags what is missing.
 *
 * @param ref whose history it is
 * @param rootId the fractal
 * @param events in the order of the stream; the first brings the thing into being, or says that it is missing
 * @param kept rows about it that became no event
 */
public record LegacyUnit(EntityRef ref, String rootId, List<LegacyEvent> events,
    List<KeptRow> kept) {

  public LegacyUnit {
    events = List.copyOf(events);
    kept = List.copyOf(kept);
  }
}
