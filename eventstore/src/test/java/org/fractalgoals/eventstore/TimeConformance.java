package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.activity;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.imported;
import static org.fractalgoals.eventstore.Events.named;
import static org.fractalgoals.eventstore.Events.note;

import java.time.Duration;
import java.util.List;

import org.fractalgoals.domain.event.RecordedEvent;
import org.junit.jupiter.api.Test;

/** When things happened and when they were recorded. */
abstract class TimeConformance extends EventStoreConformance {

  @Test
  void the_time_of_recording_never_steps_back() {
    append(note("a", "0"));
    clock.set(NOON.minusSeconds(3600));
    append(note("a", "1"));

    assertThat(all()).extracting(RecordedEvent::effectiveAt).containsExactly(NOON, NOON);
  }

  @Test
  void nor_does_it_after_a_restart() {
    append(note("a", "0"));
    clock.set(NOON.minusSeconds(3600));
    reopen();
    append(note("a", "1"));

    assertThat(all().get(1).effectiveAt()).isEqualTo(NOON);
  }

  @Test
  void an_imported_event_has_its_own_time_and_a_live_one_that_of_recording() {
    var then = NOON.minus(Duration.ofDays(30));
    store.appender().append(List.of(imported(fractal(), then, "ROOT_NULL_DERIVED")));
    append(note("root", "now"));

    assertThat(all()).extracting(RecordedEvent::effectiveAt).containsExactly(then, NOON);
    assertThat(all().get(0).flags()).containsExactly("ROOT_NULL_DERIVED");
  }

  @Test
  void an_imported_event_does_not_precede_the_one_before_it_in_its_stream() {
    store.appender().append(List.of(imported(note("a", "0"), NOON.minusSeconds(10)),
        imported(note("a", "1"), NOON.minusSeconds(20))));

    assertThat(all().get(1).effectiveAt()).isEqualTo(NOON.minusSeconds(10));
  }

  @Test
  void nor_the_beginning_of_what_it_stands_under() {
    store.appender().append(List.of(imported(fractal(), NOON.minusSeconds(10)),
        imported(goal("child", ROOT_GOAL), NOON.minusSeconds(20))));

    assertThat(all().get(1).effectiveAt()).isEqualTo(NOON.minusSeconds(10));
  }

  @Test
  void nor_the_beginning_of_its_fractal_where_it_stands_under_nothing() {
    store.appender().append(List.of(imported(fractal(), NOON.minusSeconds(10)),
        imported(named(activity("k"), "Knots"), NOON.minusSeconds(20))));

    assertThat(all().get(1).effectiveAt()).isEqualTo(NOON.minusSeconds(10));
  }

  @Test
  void nor_does_it_lie_after_its_recording() {
    store.appender().append(List.of(imported(fractal(), NOON.plusSeconds(10))));

    assertThat(all().get(0).effectiveAt()).isEqualTo(NOON);
  }

  @Test
  void an_imported_event_without_a_time_takes_that_of_the_one_before() {
    store.appender().append(List.of(imported(note("a", "0"), NOON.minusSeconds(10)),
        imported(note("a", "1"), null)));

    assertThat(all().get(1).effectiveAt()).isEqualTo(NOON.minusSeconds(10));
  }
}
