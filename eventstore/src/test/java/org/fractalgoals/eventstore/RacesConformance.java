package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.activity;
import static org.fractalgoals.eventstore.Events.at;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.named;
import static org.fractalgoals.eventstore.Events.note;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
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
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.SuiteEvent.Deleted;
import org.fractalgoals.eventstore.SuiteEvent.Moved;
import org.junit.jupiter.api.Test;

/** Races are decided once, and nobody is told otherwise. */
abstract class RacesConformance extends EventStoreConformance {

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
  void of_sixteen_writers_that_begin_one_stream_one_wins() throws Exception {
    for (int round = 0; round < 50; round++) {
      var stream = "begin-" + round;
      var answers = inParallel(
          IntStream.range(0, WRITERS).<Callable<Boolean>>mapToObj(writer -> () -> {
            try {
              store.appender().append(List.of(at(0, note(stream, "writer " + writer))));
              return true;
            } catch (AggregateStreamCreationException lost) {
              return false;
            }
          }).toList());

      assertThat(answers.stream().filter(won -> won)).hasSize(1);
    }
  }

  @Test
  void a_goal_that_is_moved_out_in_time_is_not_deleted_along() throws Exception {
    append(fractal());
    for (int round = 0; round < 100; round++) {
      var top = EntityRef.goal("t" + round);
      var child = EntityRef.goal("m" + round);
      append(goal(top.id(), ROOT_GOAL), goal(child.id(), top));

      var answers = inParallel(List.<Callable<Boolean>>of(
          () -> succeeds(new Moved(child, ROOT_GOAL, NOON)), () -> deleteAll(top)));

      assertThat(entity(top).lives()).isFalse();
      assertThat(entity(child).lives()).as("moved out in time").isEqualTo(answers.get(0));
    }
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
      var seen = store.entities().cascade(entity(goal));
      var cascade = seen.stream()
          .map(gone -> new Deleted(gone.ref(), NOON)).toArray(DomainEvent[]::new);
      try {
        store.appender().append(live(cascade), seen);
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
    } catch (StaleDecision gone) {
      return false;
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
