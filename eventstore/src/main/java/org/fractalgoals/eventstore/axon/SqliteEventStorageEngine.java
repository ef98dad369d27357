package org.fractalgoals.eventstore.axon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.eventstore.Snapshots;
import org.fractalgoals.eventstore.Snapshots.Snapshot;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StreamEvent;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the store. A stream's name is the aggregate's identifier; what stands before the slash is its type.
 * Loads read committed state and never pass through the writer.
 */
public final class SqliteEventStorageEngine implements EventStorageEngine {

  private static final int PAGE = 1000;

  private final SqliteEventStore store;
  private final Snapshots snapshots;

  /**
   * @param aggregates the aggregate classes that snapshots are taken of
   */
  public SqliteEventStorageEngine(SqliteEventStore store, List<Class<?>> aggregates) {
    this.store = store;
    this.snapshots = store.snapshots(aggregates);
  }

  /** The first event of an action is the cause of the others. */
  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    var causes = new HashMap<String, String>();
    var caused = new ArrayList<NewEvent>();
    for (var message : events) {
      var event = newEvent(message);
      var cause = causes.putIfAbsent(event.envelope().origin().actionId(), event.eventId());
      caused.add(cause == null ? event : event.causedBy(cause));
    }
    store.append(caused);
  }

  private static NewEvent newEvent(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> event)
        || !(event.getPayload() instanceof DomainEvent payload)) {
      throw new IllegalArgumentException(
          "only events of aggregates are stored, not " + message.getPayloadType().getName());
    }
    if (!event.getAggregateIdentifier().equals(payload.stream())) {
      throw new IllegalArgumentException("%s emitted an event of %s".formatted(
          event.getAggregateIdentifier(), payload.stream()));
    }
    var metaData = event.getMetaData();
    if (!(metaData.get(Origin.ROOT_ID) instanceof String rootId)) {
      throw new IllegalArgumentException("an event must say what fractal it belongs to");
    }
    return new NewEvent(event.getIdentifier(), event.getSequenceNumber(), payload,
        Envelope.live(rootId, Origin.from(metaData)));
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    var loaded = store.load(aggregateIdentifier, firstSequenceNumber);
    return DomainEventStream.of(loaded.events().stream().map(SqliteEventStorageEngine::message),
        () -> loaded.end() < 0 ? null : loaded.end());
  }

  private static DomainEventMessage<DomainEvent> message(StreamEvent event) {
    return new GenericDomainEventMessage<>(typeOf(event.stream()), event.stream(),
        event.sequence(), new GenericMessage<>(event.eventId(), event.payload(), metaData(event)),
        event.recordedAt());
  }

  private static TrackedEventMessage<?> trackedMessage(StreamEvent event) {
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(event.position()), message(event));
  }

  private static String typeOf(String stream) {
    return stream.substring(0, Math.max(0, stream.indexOf('/')));
  }

  private static MetaData metaData(StreamEvent event) {
    var entries = new HashMap<>(event.metadata());
    entries.put(Origin.ROOT_ID, event.rootId());
    var source = Source.valueOf(event.source().toUpperCase(Locale.ROOT));
    return new Origin(event.actor(), source, event.actionId(), entries).toMetaData();
  }

  /** The events after the token, in the order of their positions; ends at the head, whether or not it may block. */
  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token,
      boolean mayBlock) {
    var first = store.after(positionOf(token), PAGE);
    return Stream
        .iterate(first, page -> !page.isEmpty(),
            page -> store.after(page.getLast().position(), PAGE))
        .flatMap(List::stream).map(SqliteEventStorageEngine::trackedMessage);
  }

  private static long positionOf(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElseThrow(
        () -> new IllegalArgumentException("a token without a position: " + token));
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.store(snapshot.getAggregateIdentifier(),
        new Snapshot(snapshot.getSequenceNumber(), snapshot.getPayload()));
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return snapshots.read(aggregateIdentifier)
        .map(snapshot -> new GenericDomainEventMessage<>(typeOf(aggregateIdentifier),
            aggregateIdentifier, snapshot.sequence(), snapshot.state()));
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return store.lastSequenceOf(aggregateIdentifier);
  }

  /** Before the first event: null, as Axon has it. */
  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  /** After the last event; null while there is none. */
  @Override
  public @Nullable TrackingToken createHeadToken() {
    return tokenAt(store.head().position());
  }

  /** Before the first event recorded at that time or later. */
  @Override
  public @Nullable TrackingToken createTokenAt(Instant dateTime) {
    return tokenAt(store.lastBefore(dateTime).orElse(0L));
  }

  private static @Nullable TrackingToken tokenAt(long position) {
    return position == 0 ? null : new GlobalSequenceTrackingToken(position);
  }
}
