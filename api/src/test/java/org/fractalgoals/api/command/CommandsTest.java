package org.fractalgoals.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.api.readiness.Unavailable;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalCommand.CompleteGoal;
import org.fractalgoals.domain.goal.GoalCommand.CreateFractal;
import org.fractalgoals.domain.goal.GoalCommand.ToggleCompletion;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

  private static final Origin ORIGIN = new Origin("tester", Source.API, "action-1");
  private static final GoalId SAIL = new GoalId("sail");

  @TempDir private Path directory = Path.of("");

  private SqliteEventStore store;
  private HeldEvents events;
  private ReadModel readModel;
  private CommandSide axon;
  private Commands commands;

  @BeforeEach
  void open() {
    store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneOffset.UTC, "testing", Clock.systemUTC()));
    events = new HeldEvents(store);
    readModel = ReadModel.open(directory, events, "none", Clock.systemUTC());
    axon = new CommandSide(new SqliteEventStorageEngine(store, List.of()), store, store,
        store.audit(), store, store.entities(), store.ids(),
        new WallClock(Clock.systemUTC(), ZoneOffset.UTC));
    commands = new Commands(axon.gateway(), store, store::accompanied, readModel,
        new Readiness(readModel),
        Duration.ofMillis(50));
  }

  @AfterEach
  void close() {
    axon.close();
    readModel.close();
    store.close();
  }

  private static CreateFractal createSail() {
    return new CreateFractal(SAIL, GoalType.ULTIMATE, new Name("Sail"), Description.EMPTY, null,
        false);
  }

  /** Commands that wait long enough. */
  private Commands patient() {
    return new Commands(axon.gateway(), store, store::accompanied, readModel,
        new Readiness(readModel),
        Duration.ofSeconds(30));
  }

  private void startAndCreateSail() {
    readModel.start();
    patient().send(createSail(), ORIGIN);
  }

  /** An event that the store takes and the read model cannot. */
  private NewEvent poison() {
    var today = LocalDate.of(2026, 3, 4);
    return new NewEvent(store.ids().next(), NewEvent.NEXT,
        new GoalCreated("poison", "poison", null, "UltimateGoal", "x", "", today.minusDays(1), null,
            0, today, null),
        Envelope.live("poison", ORIGIN));
  }

  @Test
  void the_effect_of_a_command_can_be_read_when_it_returns() {
    readModel.start();

    var position = patient().send(createSail(), ORIGIN);

    assertThat(readModel.goals().root("sail")).isPresent();
    assertThat(position.token()).isEqualTo(store.storeId() + ":1");
  }

  @Test
  void who_acts_reaches_every_event() {
    readModel.start();

    commands.send(createSail(), ORIGIN);

    var event = store.stream("goal/sail", 0).getFirst();
    assertThat(event.actor()).isEqualTo("tester");
    assertThat(event.source()).isEqualTo(Source.API.code());
    assertThat(event.actionId()).isEqualTo("action-1");
  }

  @Test
  void a_refusal_comes_out_as_its_rule() {
    startAndCreateSail();

    assertThatThrownBy(() -> commands.send(new CompleteGoal(SAIL, "other"), ORIGIN))
        .isInstanceOfSatisfying(RuleViolation.class,
            violation -> assertThat(violation.rule()).isInstanceOf(Rule.IsUnknown.class));
  }

  @Test
  void what_does_not_exist_is_not_found() {
    readModel.start();

    assertThatThrownBy(() -> commands.send(new CompleteGoal(SAIL, "sail"), ORIGIN))
        .isInstanceOf(AggregateNotFoundException.class);
  }

  @Test
  void until_the_read_model_has_caught_up_commands_are_refused_and_nothing_is_saved() {
    assertThatThrownBy(() -> commands.send(createSail(), ORIGIN))
        .isInstanceOfSatisfying(Unavailable.class,
            answer -> assertThat(answer.facts()).containsEntry("saved", false));

    assertThat(store.head().position()).isZero();
  }

  @Test
  void if_the_read_model_takes_too_long_the_answer_says_that_the_command_is_saved()
      throws Exception {
    startAndCreateSail();
    events.hold();

    assertThatThrownBy(() -> commands.send(new CompleteGoal(SAIL, "sail"), ORIGIN))
        .isInstanceOfSatisfying(Unavailable.class, answer -> assertThat(answer.facts())
            .containsEntry("saved", true).containsEntry("position", 2L));

    assertThat(store.head().position()).isEqualTo(2);
    events.release();
    assertThat(readModel.await(2, Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void a_failure_after_the_command_is_saved_does_not_deny_that_it_is() {
    readModel.start();
    var failing = new HeldEvents(store);
    failing.hideHead();
    var told = new Commands(axon.gateway(), failing, store::accompanied, readModel,
        new Readiness(readModel),
        Duration.ofSeconds(30));

    assertThatThrownBy(() -> told.send(createSail(), ORIGIN))
        .isInstanceOfSatisfying(Unavailable.class,
            answer -> assertThat(answer.facts()).containsEntry("saved", true));

    assertThat(store.head().position()).isEqualTo(1);
  }

  @Test
  void once_the_read_model_has_stopped_commands_are_refused_naming_event_position_and_reason() {
    startAndCreateSail();
    store.append(List.of(poison()));

    assertThatThrownBy(() -> readModel.await(2, Duration.ofSeconds(30))).isNotNull();
    assertThat(readModel.status().state()).isEqualTo(State.STOPPED);

    assertThatThrownBy(() -> commands.send(new CompleteGoal(SAIL, "sail"), ORIGIN))
        .isInstanceOfSatisfying(Unavailable.class, answer -> {
          assertThat(answer.facts()).containsEntry("saved", false).containsEntry("position", 2L)
              .containsEntry("event", "goal.created").containsKey("reason");
          assertThat(answer.sentence()).contains("goal.created", "2");
        });
    assertThat(store.head().position()).isEqualTo(2);
    assertThat(readModel.goals().root("sail")).isPresent();
  }

  @Test
  void queries_go_on_where_the_read_model_stopped_after_it_had_caught_up() {
    startAndCreateSail();
    store.append(List.of(poison()));
    assertThatThrownBy(() -> readModel.await(2, Duration.ofSeconds(30))).isNotNull();

    assertThatCode(new Readiness(readModel)::requireForQueries).doesNotThrowAnyException();
  }

  @Test
  void a_read_model_that_stopped_half_way_through_is_not_shown() {
    store.append(List.of(poison()));
    readModel.start();
    assertThatThrownBy(() -> readModel.await(1, Duration.ofSeconds(30))).isNotNull();

    assertThatThrownBy(new Readiness(readModel)::requireForQueries)
        .isInstanceOfSatisfying(Unavailable.class, answer -> {
          assertThat(answer.facts()).containsEntry("position", 1L)
              .containsEntry("event", "goal.created").containsKey("reason");
          assertThat(answer.sentence()).contains("stopped", "goal.created");
        });
  }

  @Test
  void a_command_that_meets_the_end_of_the_read_model_says_that_it_is_saved() {
    startAndCreateSail();
    events.hold();
    store.append(List.of(poison()));

    var asked = CompletableFuture
        .runAsync(() -> patient().send(new CompleteGoal(SAIL, "sail"), ORIGIN));
    events.awaitHead(3);
    events.release();

    assertThatThrownBy(asked::join).cause().isInstanceOfSatisfying(Unavailable.class,
        answer -> assertThat(answer.facts()).containsEntry("saved", true)
            .containsEntry("position", 2L).containsEntry("event", "goal.created"));
  }

  @Test
  void commands_to_one_goal_at_the_same_time_are_all_carried_out() throws Exception {
    startAndCreateSail();
    var patient = patient();

    var threads = IntStream.range(0, 8).mapToObj(client -> Thread.ofVirtual().start(() -> {
      for (int round = 0; round < 5; round++) {
        patient.send(new ToggleCompletion(SAIL, "sail"), ORIGIN);
      }
    })).toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(store.lastSequenceOf("goal/sail")).hasValue(40L);
    assertThat(readModel.goals().root("sail").orElseThrow().completed()).isFalse();
  }
}
