package org.fractalgoals.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.fractalgoals.api.MovableClock;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.engine.ProjectionStatus.State;

/** A store and its read model, and somebody who asks for this and that. */
final class GeneratedPractice implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T12:00:00Z"));
  private final SqliteEventStore store;
  private final ReadModel readModel;
  private final CommandSide axon;
  private final Commands commands;
  private final Connection tables;
  private final Dice dice;
  private final Coverage coverage;
  private final List<Supplier<? extends Object>> choices;
  /** What comes first, so that there is something to ask for. */
  private final List<Supplier<? extends Object>> opening;

  GeneratedPractice(Path directory, long seed, Coverage coverage)
      throws SQLException, InterruptedException {
    this.coverage = coverage;
    store = SqliteEventStore.open(directory, new StoreOptions(ZoneOffset.UTC, "testing", clock));
    readModel = ReadModel.open(directory, store, "none", Clock.systemUTC());
    axon = new CommandSide(new SqliteEventStorageEngine(store, List.of(SessionState.class)), store,
        store, store.audit(), store, store.entities(), store.ids(),
        new WallClock(clock, ZoneOffset.UTC));
    commands = new Commands(axon.gateway(), store, store::accompanied, readModel,
        new Readiness(readModel), PATIENCE);
    readModel.start();
    assertThat(readModel.await(0, PATIENCE)).isTrue();
    tables = DriverManager.getConnection("jdbc:sqlite:" + readModel.file().orElseThrow());
    dice = new Dice(seed);
    var things = new Things(tables, store.entities(), dice);
    var goals = new GoalChoices(dice, things);
    var sessions = new SessionChoices(dice, things);
    var instances = new InstanceChoices(dice, things);
    var activities = new ActivityChoices(dice, things);
    var notes = new NoteChoices(dice, things);
    var programs = new ProgramChoices(dice, things);
    opening = List.of(goals::createFractal, goals::createFractal, goals::createGoal,
        goals::createGoal, goals::createGoal, goals::createGoal, sessions::createSession,
        sessions::createSession, activities::createGroup, activities::define, activities::define,
        instances::add, instances::add, activities::createTemplate, programs::create);
    choices = List.of(goals::create, goals::create, goals::alter, goals::alter, goals::alter,
        goals::delete, goals::restore, goals::restore, goals::restore, sessions::createSession,
        sessions::alter, sessions::alter, sessions::alter, instances::add, instances::add,
        instances::alter, instances::alter, instances::alter, instances::alter,
        instances::alter, activities::define, activities::alter, activities::alter,
        activities::createGroup, activities::alterGroups, activities::createTemplate,
        activities::alterTemplate, notes::create, notes::create, notes::edit, programs::create,
        programs::change, programs::change, programs::change, programs::addDays,
        programs::editDay, programs::copyDay, programs::attachGoal);
  }

  /**
   * Asks for things, one after the other, each followed by the read model.
   *
   * @return how many were refused
   */
  int ask(int count) {
    int refused = 0;
    for (int number = 0; number < count; number++) {
      clock.advance(Duration.ofMinutes(dice.number(180)));
      var head = store.head().position();
      try {
        var command = number < opening.size()
            ? opening.get(number).get()
            : coverage.rarest(dice.several(4, () -> dice.choose(choices)));
        send(number, command);
        if (store.head().position() > head) {
          coverage.add(command);
        }
      } catch (RuleViolation | AggregateNotFoundException refusal) {
        refused++;
        assertThat(store.head().position()).as("nothing is saved of what is refused")
            .isEqualTo(head);
      }
      assertThat(readModel.status().state()).isNotEqualTo(State.STOPPED);
    }
    return refused;
  }

  private void send(int number, Object command) {
    try {
      commands.send(command, new Origin("tester", Source.API, "action-" + number));
    } catch (RuleViolation | AggregateNotFoundException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      throw new AssertionError("number %d: %s".formatted(number, command), failure);
    }
  }

  /** What the read model has in its tables. */
  Map<String, List<String>> rows() throws SQLException {
    return TableRows.of(tables);
  }

  /** What a read model has in its tables that is made from all events at once. */
  Map<String, List<String>> rebuiltRows(Path directory) throws Exception {
    try (var rebuilt = ReadModel.open(directory, store, "none", Clock.systemUTC())) {
      rebuilt.start();
      assertThat(rebuilt.await(store.head().position(), PATIENCE)).isTrue();
      try (var file = DriverManager.getConnection("jdbc:sqlite:" + rebuilt.file().orElseThrow())) {
        return TableRows.of(file);
      }
    }
  }

  /** Things that live by the tables, and do not by the store, or the other way round. */
  List<EntityRef> disputed() {
    var things = new Things(tables, store.entities(), dice);
    return Things.TABLES.entrySet().stream().flatMap(entry -> things.rows("""
      SELECT id, deleted_at IS NULL FROM %s
      """.formatted(entry.getValue())).stream()
        .filter(row -> lives(new EntityRef(entry.getKey(), row.id())) != row.rootId().equals("1"))
        .map(row -> new EntityRef(entry.getKey(), row.id()))).toList();
  }

  private boolean lives(EntityRef ref) {
    return store.entities().find(ref).filter(Entity::lives).isPresent();
  }

  @Override
  public void close() throws SQLException {
    tables.close();
    axon.close();
    readModel.close();
    store.close();
  }
}
