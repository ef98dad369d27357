package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.at;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.note;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.eventstore.SuiteEvent.Noted;
import org.junit.jupiter.api.Test;

/** Events are appended once, in order, durably. */
abstract class AppendingConformance extends EventStoreConformance {

  @Test
  void events_are_read_in_the_order_of_their_commits_at_positions_without_gaps() {
    append(fractal(), note("root", "one"));
    append(note("other", "two"));

    assertThat(all()).extracting(RecordedEvent::position).containsExactly(1L, 2L, 3L);
    assertThat(all()).extracting(RecordedEvent::payload).containsExactly(fractal(),
        note("root", "one"), note("other", "two"));
  }

  @Test
  void a_reader_gets_at_most_what_it_asks_for_and_goes_on_from_there() {
    append(note("a", "1"), note("a", "2"), note("a", "3"));

    var first = store.reader().readAfter(store.reader().headAt(0).orElseThrow(), 2);
    var second = store.reader().readAfter(first.last(), 2);
    var third = store.reader().readAfter(second.last(), 2);

    assertThat(first.events()).hasSize(2);
    assertThat(second.events()).extracting(RecordedEvent::sequence).containsExactly(2L);
    assertThat(third.events()).isEmpty();
    assertThat(third.last()).isEqualTo(second.last()).isEqualTo(store.reader().head());
  }

  @Test
  void everything_that_is_known_of_an_event_comes_back() {
    var event = live(fractal()).get(0);
    store.appender().append(List.of(event));

    var read = all().get(0);
    assertThat(read.eventId()).isEqualTo(event.eventId());
    assertThat(read.type()).isEqualTo("suite.added");
    assertThat(read.rootId()).isEqualTo("root");
    assertThat(read.actionId()).isEqualTo(event.envelope().origin().actionId());
    assertThat(read.effectiveAt()).isEqualTo(NOON);
    assertThat(read.flags()).isEmpty();
  }

  @Test
  void what_is_null_stays_null() {
    append(new Noted(ROOT_GOAL, null, null));

    assertThat(all().get(0).payload()).isEqualTo(new Noted(ROOT_GOAL, null, null));
  }

  @Test
  void texts_come_back_as_they_were_whatever_they_are() {
    var text = "\u0000 \" \\ \n 💪 \u202e ' -- é";
    append(note("a", text));

    assertThat(all().get(0).payload()).isEqualTo(note("a", text));
  }

  @Test
  void an_event_is_durable_before_the_answer() {
    var events = live(note("a", "1"), note("a", "2"));
    var position = store.appender().append(events);

    assertThat(store.eventIdsSeenByOthers())
        .containsExactlyElementsOf(events.stream().map(NewEvent::eventId).toList());
    assertThat(position).isEqualTo(2);
  }

  @Test
  void all_of_an_append_is_stored_or_nothing() {
    append(note("a", "0"));
    var head = store.reader().head();

    assertThatThrownBy(
        () -> store.appender().append(List.of(at(0, note("b", "0")), at(0, note("a", "again")))))
        .isInstanceOf(AggregateStreamCreationException.class);

    assertThat(store.reader().head()).isEqualTo(head);
    append(note("b", "now"));
    assertThat(store.reader().head().position()).isEqualTo(2);
    assertThat(store.walkTheChain().isIntact()).isTrue();
  }

  @Test
  void an_empty_append_changes_nothing() {
    assertThat(store.appender().append(List.of())).isZero();
    assertThat(all()).isEmpty();
  }

  @Test
  void a_place_in_a_stream_is_taken_once() {
    append(note("a", "0"), note("a", "1"));

    assertThatThrownBy(() -> store.appender().append(List.of(at(0, note("a", "x")))))
        .isInstanceOf(AggregateStreamCreationException.class);
    assertThatThrownBy(() -> store.appender().append(List.of(at(1, note("a", "x")))))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void an_event_id_is_used_once() {
    var event = at(0, note("a", "0"));
    store.appender().append(List.of(event));

    assertThatThrownBy(() -> store.appender().append(
        List.of(new NewEvent(event.eventId(), NewEvent.NEXT, note("a", "1"), event.envelope()))))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void a_stream_has_no_gaps() {
    assertThatThrownBy(() -> store.appender().append(List.of(at(3, note("a", "x")))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gap");
  }

  @Test
  void listeners_hear_of_each_commit_and_find_it() throws Exception {
    var heard = new CountDownLatch(1);
    var seen = new AtomicInteger();
    store.reader().onAppend(() -> {
      seen.set((int) store.reader().head().position());
      heard.countDown();
    });
    append(note("a", "0"), note("a", "1"));

    assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).hasValue(2);
  }

  @Test
  void what_was_stored_is_there_after_a_restart() {
    append(fractal(), goal("g", ROOT_GOAL));
    var head = store.reader().head();
    var storeId = store.reader().storeId();
    reopen();

    assertThat(store.reader().head()).isEqualTo(head);
    assertThat(store.reader().storeId()).isEqualTo(storeId);
    assertThat(all()).hasSize(2);
    append(note("g", "more"));
    assertThat(store.walkTheChain().head()).isEqualTo(store.reader().head());
  }
}
