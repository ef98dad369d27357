package org.fractalgoals.domain.event;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Implementations are records, members of one sealed interface per aggregate, and annotated
 * with {@link StoredAs}.
 */
public interface DomainEvent {

  /** The thing the event is about. */
  EntityRef entity();

  /**
   * The business time: for a live event the moment of the decision, for an imported one what the legacy file says.
   * Null where an imported fact has no known time. Microseconds at the finest.
   */
  @Nullable
  Instant at();

  /** What the event changes in the lookup of entities; empty if nothing. */
  List<EntityChange> changes();

  /** The stream the event belongs to. */
  default String stream() {
    return entity().toString();
  }
}
