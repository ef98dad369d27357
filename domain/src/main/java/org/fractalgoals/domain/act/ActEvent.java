package org.fractalgoals.domain.act;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/**
 * Somebody took data out of the store. It changes nothing and belongs to no fractal: its root is
 * {@link Envelope#SYSTEM_ROOT}.
 */
public sealed interface ActEvent extends DomainEvent {

  /** Id of the act. */
  String actId();

  @Override
  default String stream() {
    return "act/" + actId();
  }

  @Override
  default List<EntityChange> changes() {
    return List.of();
  }

  /**
   * The store was copied.
   *
   * @param fileName of the copy, without its folder
   * @param position of the last event that is in the copy; 0 if there is none
   * @param at when it was finished
   */
  @StoredAs("store.backed-up")
  record StoreBackedUp(String actId, String fileName, long position, Instant at)
      implements
        ActEvent {}

  /**
   * Data were written into a file for others.
   *
   * @param form of the file
   * @param fractalId which fractal; null for all of the store
   * @param fileName of the file, without its folder
   * @param position of the last event that was looked at; 0 if there is none
   * @param at when it was finished
   */
  @StoredAs("store.exported")
  record StoreExported(String actId, String form, @Nullable String fractalId, String fileName,
      long position, Instant at) implements ActEvent {}
}
