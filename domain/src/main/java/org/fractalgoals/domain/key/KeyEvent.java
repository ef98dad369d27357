package org.fractalgoals.domain.key;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.StoredAs;

/** Somebody was let in, or is no more. Belongs to no fractal: its root is {@link Envelope#SYSTEM_ROOT}. */
public sealed interface KeyEvent extends DomainEvent {

  /** Name of the holder of the key. */
  String name();

  @Override
  default String stream() {
    return "key/" + name();
  }

  @Override
  default List<EntityChange> changes() {
    return List.of();
  }

  /**
   * A key was made.
   *
   * @param role its stored name
   * @param fractals the root ids of the fractals that can be seen with it; empty for all
   * @param at when it was
   */
  @StoredAs("key.added")
  record KeyAdded(String name, String role, List<String> fractals, Instant at)
      implements
        KeyEvent {

    public KeyAdded {
      fractals = List.copyOf(fractals);
    }
  }

  /**
   * A key opens nothing any more.
   *
   * @param at when it was
   */
  @StoredAs("key.revoked")
  record KeyRevoked(String name, Instant at) implements KeyEvent {}
}
