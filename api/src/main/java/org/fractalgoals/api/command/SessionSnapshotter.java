package org.fractalgoals.api.command;

import java.util.concurrent.Executor;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotter;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of sessions whose streams grow long, so that they need not be loaded event by event. What is kept is
 * the state itself, not Axon's aggregate.
 */
final class SessionSnapshotter extends AbstractSnapshotter {

  /** After how many events without a snapshot one is taken. */
  static final int THRESHOLD = 50;

  /**
   * @param executor where snapshots are taken, so that no command waits for them
   */
  SessionSnapshotter(EventStore eventStore, Executor executor) {
    super(new Builder().eventStore(eventStore).executor(executor));
  }

  @Override
  protected DomainEventMessage<?> createSnapshot(Class<?> aggregateType,
      String aggregateIdentifier, DomainEventStream events) {
    @Nullable SessionState state = null;
    @Nullable DomainEventMessage<?> last = null;
    while (events.hasNext()) {
      last = events.next();
      state = last.getPayload() instanceof SessionState snapshot
          ? snapshot
          : SessionState.after(state, (DomainEvent) last.getPayload());
    }
    if (last == null || state == null) {
      throw new IllegalStateException(aggregateIdentifier + " has no events");
    }
    return new GenericDomainEventMessage<>(last.getType(), aggregateIdentifier,
        last.getSequenceNumber(), state);
  }

  private static final class Builder extends AbstractSnapshotter.Builder {}
}
