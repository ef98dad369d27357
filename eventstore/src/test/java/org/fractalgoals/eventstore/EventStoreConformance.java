package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.activity;
import static org.fractalgoals.eventstore.Events.at;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.imported;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.liveIn;
import static org.fractalgoals.eventstore.Events.named;
import static org.fractalgoals.eventstore.Events.note;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.SuiteEvent.Deleted;
import org.fractalgoals.eventstore.SuiteEvent.Moved;
import org.fractalgoals.eventstore.SuiteEvent.Noted;
import org.fractalgoals.eventstore.SuiteEvent.Placed;
import org.fractalgoals.eventstore.SuiteEvent.Renamed;
import org.fractalgoals.eventstore.SuiteEvent.Restored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an event store must do, whatever engine it stands on. */
abstract class EventStoreConformance {

  @TempDir Path directory;

  final SettableClock clock = new SettableClock(NOON);
  StoreUnderTest store;

  /** Opens the store of a directory with the events of the suite. */
  abstract StoreUnderTest open(Path directory, Clock clock);

  @BeforeEach
  void openStore() {
    store = open(directory, clock);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  void reopen() {
    store.close();
    openStore();
  }

  List<RecordedEvent> all() {
    return store.reader().readAfter(store.reader().headAt(0).orElseThrow(), 100_000).events();
  }

  void append(DomainEvent... events) {
    store.appender().append(live(events));
  }

  Entity entity(EntityRef ref) {
    return store.entities().find(ref).orElseThrow();
  }

  @Nested
  class Appending {

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
      assertThat(third.isEmpty()).isTrue();
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

  @Nested
  class Time {

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

  @Nested
  class SetRules {

    @BeforeEach
    void twoFractals() {
      append(fractal());
      store.appender().append(liveIn("foreign", fractal("foreign")));
    }

    void assertRefused(Rule rule, DomainEvent... events) {
      var head = store.reader().head();
      assertThatThrownBy(() -> append(events)).isInstanceOf(RuleViolation.class)
          .extracting(e -> ((RuleViolation) e).rule()).isEqualTo(rule);
      assertThat(store.reader().head()).isEqualTo(head);
    }

    @Test
    void an_id_is_used_once_per_kind_over_all_fractals() {
      assertRefused(new Rule.IdIsTaken(EntityRef.goal("foreign")), goal("foreign", ROOT_GOAL));
      append(named(activity("foreign"), "an activity may have the id of a goal"));
      assertThat(entity(activity("foreign")).rootId()).isEqualTo("root");
    }

    @Test
    void a_parent_exists_lives_and_is_in_the_same_fractal() {
      append(goal("gone", ROOT_GOAL));
      append(new Deleted(EntityRef.goal("gone"), NOON));

      assertRefused(new Rule.ParentIsUnknown(EntityRef.goal("nowhere")),
          goal("g", EntityRef.goal("nowhere")));
      assertRefused(new Rule.ParentIsDeleted(EntityRef.goal("gone")),
          goal("g", EntityRef.goal("gone")));
      assertRefused(new Rule.ParentIsInOtherFractal(EntityRef.goal("foreign")),
          goal("g", EntityRef.goal("foreign")));
    }

    @Test
    void what_has_no_parent_needs_a_living_fractal() {
      append(new Deleted(ROOT_GOAL, NOON));

      assertRefused(new Rule.ParentIsDeleted(ROOT_GOAL), named(activity("a"), "Knots"));
    }

    @Test
    void a_parent_below_something_deleted_counts_as_deleted() {
      append(goal("top", ROOT_GOAL), goal("child", EntityRef.goal("top")));
      store.appender()
          .append(List.of(imported(new Deleted(EntityRef.goal("top"), NOON), NOON)));

      assertRefused(new Rule.ParentIsDeleted(EntityRef.goal("child")),
          goal("g", EntityRef.goal("child")));
    }

    @Test
    void a_live_name_is_unique_in_its_fractal() {
      append(named(activity("a"), "Knots"));

      assertRefused(new Rule.NameIsTaken(Kind.ACTIVITY, "Knots",
          "fractal"), named(activity("b"), "Knots"));
      append(named(activity("b"), "knots"));
      store.appender().append(liveIn("foreign", named(activity("c"), "Knots")));
    }

    @Test
    void a_name_is_free_again_once_its_owner_is_deleted_and_then_cannot_be_restored() {
      append(named(activity("a"), "Knots"));
      append(new Deleted(activity("a"), NOON));
      append(named(activity("b"), "Knots"));

      assertRefused(new Rule.NameIsTaken(Kind.ACTIVITY, "Knots",
          "fractal"), new Restored(activity("a"), NOON));
      append(new Restored(activity("a"), NOON), new Renamed(activity("a"), "More knots", NOON));
      assertThat(entity(activity("a")).lives()).isTrue();
    }

    @Test
    void two_names_can_be_swapped_in_one_append() {
      append(named(activity("a"), "Left"), named(activity("b"), "Right"));

      append(new Renamed(activity("a"), "Right", NOON), new Renamed(activity("b"), "Left", NOON));

      assertThat(entity(activity("a")).name()).isEqualTo("Right");
    }

    @Test
    void imported_facts_are_not_judged_and_what_is_exempt_holds_no_name() {
      append(named(activity("a"), "Knots"));
      store.appender()
          .append(List.of(imported(named(activity("b"), "Knots"), NOON, "DUPLICATE_NAME(name)")));

      assertThat(entity(activity("b")).exempt()).isTrue();
      append(new Renamed(activity("a"), "Bends", NOON));
      append(named(activity("c"), "Knots"));
    }

    @Test
    void nothing_stands_below_itself() {
      append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")));

      assertRefused(new Rule.MoveMakesACycle(EntityRef.goal("a"), EntityRef.goal("b")),
          new Moved(EntityRef.goal("a"), EntityRef.goal("b"), NOON));
      assertRefused(new Rule.MoveMakesACycle(EntityRef.goal("a"), EntityRef.goal("a")),
          new Moved(EntityRef.goal("a"), EntityRef.goal("a"), NOON));
    }

    @Test
    void a_deletion_that_leaves_something_live_below_is_stale() {
      append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")));

      assertThatThrownBy(() -> append(new Deleted(EntityRef.goal("a"), NOON)))
          .isInstanceOf(StaleDecision.class);
      append(new Deleted(EntityRef.goal("a"), NOON), new Deleted(EntityRef.goal("b"), NOON));
      assertThat(entity(EntityRef.goal("b")).lives()).isFalse();
    }

    @Test
    void the_deletion_of_a_fractal_takes_what_has_no_parent_along() {
      append(named(activity("a"), "Knots"));

      assertThatThrownBy(() -> append(new Deleted(ROOT_GOAL, NOON)))
          .isInstanceOf(StaleDecision.class);
      append(new Deleted(ROOT_GOAL, NOON), new Deleted(activity("a"), NOON));
    }

    @Test
    void only_what_lives_is_deleted_and_only_what_is_deleted_is_restored() {
      append(goal("a", ROOT_GOAL));

      assertThatThrownBy(() -> append(new Restored(EntityRef.goal("a"), NOON)))
          .isInstanceOf(StaleDecision.class);
      append(new Deleted(EntityRef.goal("a"), NOON));
      assertThatThrownBy(() -> append(new Deleted(EntityRef.goal("a"), NOON)))
          .isInstanceOf(StaleDecision.class);
    }

    @Test
    void nothing_is_restored_below_something_deleted() {
      append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")));
      append(new Deleted(EntityRef.goal("b"), NOON));
      append(new Deleted(EntityRef.goal("a"), NOON));

      assertRefused(
          new Rule.ParentIsStillDeleted(EntityRef.goal("b"), EntityRef.goal("a")),
          new Restored(EntityRef.goal("b"), NOON));
      append(new Restored(EntityRef.goal("b"), NOON),
          new Moved(EntityRef.goal("b"), ROOT_GOAL, NOON));
      assertThat(store.entities().isVisible(EntityRef.goal("b"))).isTrue();
    }

    @Test
    void a_decision_is_stale_when_what_it_saw_has_changed() {
      append(goal("a", ROOT_GOAL));
      var seen = List.of(entity(EntityRef.goal("a")));
      append(new Placed(EntityRef.goal("a"), 7, NOON));

      assertThatThrownBy(() -> store.appender()
          .append(live(new Placed(EntityRef.goal("a"), 3, NOON)), seen))
          .isInstanceOf(StaleDecision.class);
      assertThat(entity(EntityRef.goal("a")).sortOrder()).isEqualTo(7);
    }

    @Test
    void the_lookup_answers_what_decisions_ask() {
      append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")), named(activity("k"), "Knots"));

      assertThat(store.entities().lineage(EntityRef.goal("b"))).extracting(e -> e.ref().id())
          .containsExactly("b", "a", "root");
      assertThat(store.entities().lineage(activity("k"))).extracting(e -> e.ref().id())
          .containsExactly("k", "root");
      assertThat(store.entities().cascade(entity(EntityRef.goal("a"))))
          .extracting(e -> e.ref().id()).containsExactly("a", "b");
      assertThat(store.entities().cascade(entity(ROOT_GOAL))).extracting(e -> e.ref().toString())
          .containsExactly("goal/root", "goal/a", "goal/b", "activity/k");
      assertThat(store.entities().lineage(EntityRef.goal("nowhere"))).isEmpty();
    }
  }

  @Nested
  class Races {

    private static final int WRITERS = 16;

    @Test
    void of_sixteen_writers_on_six_hundred_places_each_place_has_one_winner() throws Exception {
      append(note("race", "start"));
      var acknowledged = Collections.synchronizedList(new ArrayList<String>());
      var losers = new AtomicInteger();
      inParallel(IntStream.range(0, WRITERS).<Callable<Void>>mapToObj(writer -> () -> {
        for (int slot = 1; slot <= 600; slot++) {
          var event = at(slot, note("race", "writer " + writer));
          try {
            store.appender().append(List.of(event));
            acknowledged.add(event.eventId());
          } catch (ConcurrencyException lost) {
            losers.incrementAndGet();
          }
        }
        return null;
      }).toList());

      assertThat(acknowledged).hasSize(600);
      assertThat(losers).hasValue(WRITERS * 600 - 600);
      assertThat(all()).extracting(RecordedEvent::sequence)
          .containsExactlyElementsOf(LongStream.rangeClosed(0, 600).boxed().toList());
      assertThat(all().subList(1, 601)).extracting(RecordedEvent::eventId)
          .containsExactlyInAnyOrderElementsOf(acknowledged);
      assertThat(store.walkTheChain().isIntact()).isTrue();
    }

    @Test
    void of_many_adds_of_one_name_one_wins() throws Exception {
      append(fractal());
      for (int round = 0; round < 50; round++) {
        var name = "Name " + round;
        var id = "n" + round + "-";
        var answers = inParallel(IntStream.range(0, WRITERS).<Callable<Boolean>>mapToObj(
            writer -> () -> succeeds(named(activity(id + writer), name))).toList());

        assertThat(answers.stream().filter(won -> won)).hasSize(1);
      }
    }

    @Test
    void an_add_below_a_goal_that_is_being_deleted_comes_before_or_is_refused() throws Exception {
      append(fractal());
      for (int round = 0; round < 100; round++) {
        var goal = EntityRef.goal("g" + round);
        var child = EntityRef.goal("c" + round);
        append(goal(goal.id(), ROOT_GOAL));
        inParallel(List.<Callable<Boolean>>of(() -> succeeds(goal(child.id(), goal)),
            () -> deleteAll(goal)));

        assertThat(entity(goal).lives()).isFalse();
        assertThat(store.entities().find(child).filter(Entity::lives)).isEmpty();
      }
    }

    private boolean deleteAll(EntityRef goal) {
      while (true) {
        var cascade = store.entities().cascade(entity(goal)).stream()
            .map(gone -> new Deleted(gone.ref(), NOON)).toArray(DomainEvent[]::new);
        try {
          append(cascade);
          return true;
        } catch (StaleDecision again) {
          assertThat(entity(goal).lives()).isTrue();
        }
      }
    }

    @Test
    void of_two_moves_that_make_a_cycle_one_is_refused() throws Exception {
      append(fractal());
      for (int round = 0; round < 100; round++) {
        var a = EntityRef.goal("a" + round);
        var b = EntityRef.goal("b" + round);
        append(goal(a.id(), ROOT_GOAL), goal(b.id(), ROOT_GOAL));

        var answers = inParallel(List.<Callable<Boolean>>of(
            () -> succeeds(new Moved(a, b, NOON)), () -> succeeds(new Moved(b, a, NOON))));

        assertThat(answers).containsExactlyInAnyOrder(true, false);
        assertThat(store.entities().isVisible(a)).isTrue();
        assertThat(store.entities().isVisible(b)).isTrue();
      }
    }

    private boolean succeeds(DomainEvent event) {
      try {
        append(event);
        return true;
      } catch (RuleViolation refused) {
        assertThat(refused.rule()).isInstanceOfAny(Rule.NameIsTaken.class,
            Rule.ParentIsDeleted.class, Rule.MoveMakesACycle.class);
        return false;
      }
    }

    private <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
      var together = new CyclicBarrier(tasks.size());
      try (var threads = Executors.newFixedThreadPool(tasks.size())) {
        var futures = new ArrayList<Future<T>>();
        for (var task : tasks) {
          futures.add(threads.submit(() -> {
            together.await();
            return task.call();
          }));
        }
        var answers = new ArrayList<T>();
        for (var future : futures) {
          answers.add(future.get(60, TimeUnit.SECONDS));
        }
        return answers;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  /** A clock that stands still until it is set. */
  static final class SettableClock extends Clock {

    private volatile Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
