package org.fractalgoals.api.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.domain.trash.Lifecycles;
import org.fractalgoals.domain.undo.Undo;
import org.fractalgoals.domain.undo.Undoings;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever happens between the decision and the append: one of the two is first, and the other one knows. */
class UndoRaceTest {

  private static final int ROUNDS = 40;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Acts acts = new Acts(SERVER, "");

  @BeforeEach
  void given() {
    acts = new Acts(SERVER, SERVER.fractal("Sail"));
  }

  private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
    var start = new CyclicBarrier(2);
    return List.of(one, other).stream().map(ask -> CompletableFuture.supplyAsync(() -> {
      try {
        start.await();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      return ask.get();
    }, task -> Thread.ofVirtual().start(task))).toList().stream().map(CompletableFuture::join)
        .toList();
  }

  private Answer rename(String goal, String name) {
    return SERVER.put(acts.path("goals/%s", goal), "{\"name\":\"%s\"}".formatted(name));
  }

  @Test
  void a_name_given_meanwhile_is_never_lost() {
    for (int round = 0; round < ROUNDS; round++) {
      var goal = SERVER.goal(acts.root(), acts.root(), "Boat");
      rename(goal, "Ship").ok(200);
      var action = acts.last();
      long head = SERVER.head();

      var answers = atOnce(() -> acts.undo(action), () -> rename(goal, "Yacht"));

      answers.getLast().ok(200);
      assertThat(answers.getFirst().status()).isIn(200, 409);
      assertThat(SERVER.head() - head).isEqualTo(answers.getFirst().status() == 200 ? 2 : 1);
      assertThat(SERVER.get(acts.path("goals/%s", goal)).ok(200).at("/name").stringValue())
          .isEqualTo("Yacht");
    }
  }

  @Test
  void a_change_between_the_decision_and_the_append_makes_it_be_decided_again() {
    var store = SERVER.application().store();
    var goal = SERVER.goal(acts.root(), acts.root(), "Boat");
    rename(goal, "Ship").ok(200);
    var action = acts.last();
    var appends = new AtomicInteger();
    var undoings = new Undoings(store.audit(), store.entities(), new Actions((events, seen) -> {
      if (appends.getAndIncrement() == 0) {
        rename(goal, "Yacht").ok(200);
      }
      return store.append(events, seen);
    }, store.ids()), new Lifecycles(List.of()), new WallClock(SERVER.clock(), RunningServer.ZONE),
        JsonTexts.of("[]"));
    var origin = new Origin("anna", Source.API, store.ids().next()).toMetaData();

    assertThatThrownBy(() -> undoings.handle(new Undo(acts.root(), action), origin))
        .isInstanceOf(RuleViolation.class).hasMessageContaining("changed since");

    assertThat(appends).hasValue(1);
    assertThat(SERVER.get(acts.path("goals/%s", goal)).ok(200).at("/name").stringValue())
        .isEqualTo("Yacht");
    rename(goal, "Ship").ok(200);
    undoings.handle(new Undo(acts.root(), action), origin);
    assertThat(acts.eventsOf(acts.last())).extracting(AuditedEvent::actor).containsExactly("anna");
  }

  @Test
  void an_action_is_undone_once() {
    for (int round = 0; round < ROUNDS; round++) {
      var goal = SERVER.goal(acts.root(), acts.root(), "Boat");
      if (round % 2 == 0) {
        rename(goal, "Ship").ok(200);
      }
      var action = acts.last();
      long head = SERVER.head();

      var answers = atOnce(() -> acts.undo(action), () -> acts.undo(action));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
      assertThat(SERVER.head()).isEqualTo(head + 1);
    }
  }

  @Test
  void nothing_is_left_below_what_an_undo_deletes() {
    for (int round = 0; round < ROUNDS; round++) {
      var goal = SERVER.goal(acts.root(), acts.root(), "Boat");
      var creation = acts.last();

      var answers = atOnce(() -> acts.undo(creation),
          () -> SERVER.post(acts.path("goals"), """
            {"name":"Keel","type":"LongTermGoal","parent_id":"%s"}
            """.formatted(goal)));

      assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
    }
  }
}
