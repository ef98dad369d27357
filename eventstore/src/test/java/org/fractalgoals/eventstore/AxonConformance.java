package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.note;
import static org.fractalgoals.eventstore.Events.origin;

import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Axon asks of the storage of its events. */
abstract class AxonConformance extends EventStoreConformance {

  /** The state of some aggregate. */
  @StoredAs("suite.state")
  record State(String name, @Nullable String note) {}

  /** The same in a later program. */
  @StoredAs(value = "suite.state", revision = 2)
  record LaterState(String name) {}

  private EventStorageEngine engine() {
    return store.axon(List.of(State.class));
  }

  private static GenericDomainEventMessage<DomainEvent> message(long sequence, DomainEvent event,
      Origin origin) {
    return new GenericDomainEventMessage<>("goal", event.stream(), sequence, event,
        origin.toMetaData().and(Origin.ROOT_ID, "root"));
  }

  @Test
  void an_empty_store_has_no_tokens_and_no_events() {
    assertThat(engine().createHeadToken()).isNull();
    assertThat(engine().createTailToken()).isNull();
    assertThat(engine().createTokenAt(NOON)).isNull();
    assertThat(engine().readEvents(null, false)).isEmpty();
    assertThat(engine().readEvents("goal/root").hasNext()).isFalse();
    assertThat(engine().lastSequenceNumberFor("goal/root")).isEmpty();
    assertThat(engine().readSnapshot("goal/root")).isEmpty();
  }

  @Test
  void an_aggregate_is_loaded_from_the_events_of_its_stream() {
    var origin = origin();
    engine().appendEvents(message(0, note("root", "0"), origin),
        message(1, note("root", "1"), origin));
    append(note("other", "0"));

    var stream = engine().readEvents("goal/root");
    var messages = stream.asStream().toList();

    assertThat(messages).extracting(DomainEventMessage::getSequenceNumber)
        .isEqualTo(List.of(0L, 1L));
    assertThat(messages.get(1).getPayload()).isEqualTo(note("root", "1"));
    assertThat(messages.get(1).getAggregateIdentifier()).isEqualTo("goal/root");
    assertThat(messages.get(1).getTimestamp()).isEqualTo(NOON);
    assertThat(Origin.from(messages.get(1).getMetaData())).isEqualTo(origin);
    assertThat(messages.get(1).getMetaData()).containsEntry(Origin.ROOT_ID, "root");
    assertThat(engine().readEvents("goal/root", 1).asStream().toList()).hasSize(1);
    assertThat(engine().lastSequenceNumberFor("goal/root")).hasValue(1L);
  }

  @Test
  void a_processor_follows_the_events_of_all_streams_from_a_token_on() {
    append(note("a", "0"), note("b", "0"), note("a", "1"));

    var all = engine().readEvents(null, false).toList();
    var rest = engine().readEvents(all.get(1).trackingToken(), false).toList();

    assertThat(all).extracting(EventMessage::getPayload).isEqualTo(
        List.of(note("a", "0"), note("b", "0"), note("a", "1")));
    assertThat(rest).hasSize(1);
    assertThat(engine().createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
  }

  @Test
  void a_token_at_a_time_stands_before_the_first_event_from_then_on() {
    append(note("a", "0"));
    clock.set(NOON.plusSeconds(60));
    append(note("a", "1"));

    assertThat(engine().createTokenAt(NOON)).isNull();
    assertThat(engine().createTokenAt(NOON.plusSeconds(1)))
        .isEqualTo(new GlobalSequenceTrackingToken(1));
    assertThat(engine().createTokenAt(NOON.plusSeconds(61)))
        .isEqualTo(new GlobalSequenceTrackingToken(2));
  }

  @Test
  void the_last_snapshot_of_an_aggregate_comes_back() {
    snapshot(1, new State("first", null));
    snapshot(2, new State("second", "n"));

    var snapshot = engine().readSnapshot("goal/root").orElseThrow();
    assertThat(snapshot.getSequenceNumber()).isEqualTo(2);
    assertThat(snapshot.getPayload()).isEqualTo(new State("second", "n"));
  }

  @Test
  void a_snapshot_in_another_shape_is_none() {
    snapshot(1, new State("old", null));

    assertThat(store.axon(List.of(LaterState.class)).readSnapshot("goal/root")).isEmpty();
  }

  private void snapshot(long sequence, State state) {
    engine().storeSnapshot(
        new GenericDomainEventMessage<>("goal", ROOT_GOAL.toString(), sequence, state));
  }

  @Test
  void an_event_without_a_fractal_or_an_actor_is_refused() {
    var anonymous = new GenericDomainEventMessage<>("goal", "goal/root", 0, note("root", "0"));
    var rootless = anonymous.withMetaData(origin().toMetaData());

    assertThatThrownBy(() -> engine().appendEvents(rootless)).hasMessageContaining("fractal");
    assertThatThrownBy(() -> engine().appendEvents(rootless.withMetaData(
        Map.of(Origin.ROOT_ID, "root")))).hasMessageContaining("who acts");
    assertThat(all()).isEmpty();
  }

  @Test
  void what_is_no_event_of_an_aggregate_is_refused() {
    assertThatThrownBy(
        () -> engine().appendEvents(new GenericEventMessage<>(note("root", "not of an aggregate"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> engine().appendEvents(new GenericDomainEventMessage<>("goal",
        "goal/other", 0, note("root", "0"), origin().toMetaData().and(Origin.ROOT_ID, "root"))))
        .hasMessageContaining("goal/other");
  }
}
