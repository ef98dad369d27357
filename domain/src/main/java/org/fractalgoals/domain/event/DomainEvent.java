package org.fractalgoals.domain.event;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Implementations are records, members of one sealed interface per kind of stream, and
 * annotated with {@link StoredAs}.
 */
public interface DomainEvent {

  /**
   * The business time: for a live event the moment of the decision, for an imported one what the legacy file says.
   * Null where an imported fact has no known time. Microseconds at the finest.
   */
  @Nullable
  Instant at();

  /** What the event changes in the lookup of entities; empty if nothing. */
  List<EntityChange> changes();

  /** The stream the event belongs to, such as {@code goal/0197…}; its kind stands before the slash. */
  String stream();
}
