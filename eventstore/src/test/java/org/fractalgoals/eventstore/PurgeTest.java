package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.purge.Purge;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.eventstore.Snapshots.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of which something was purged, and what is found when somebody else has emptied events. */
class PurgeTest {

  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final Origin ORIGIN = new Origin("warden", Source.CLI, "act");

  @TempDir Path directory;
  private SqliteEventStore store;

  @BeforeEach
  void a_history() {
    store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneOffset.UTC, "testing", Clock.systemUTC()));
    append(goal("root", null), goal("boat", EntityRef.goal("root")),
        goal("keel", EntityRef.goal("boat")), new GoalRenamed("boat", "Ship", AT),
        new NoteCreated("n", "root", EntityRef.goal("keel"), null, "Heavy", AT),
        new SessionCreated("s", "root", EntityRef.goal("root"), List.of(), "Morning", "", null,
            null, null, null, null, null, DAY, AT),
        new InstanceAdded("s", "i", "a", 1, AT), new InstanceNoted("s", "i", "Blisters", AT));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static GoalCreated goal(String id, @Nullable EntityRef parent) {
    return new GoalCreated(id, "root", parent, parent == null ? "UltimateGoal" : "LongTermGoal", id,
        "", null, null, 0, DAY, AT);
  }

  private void append(DomainEvent... events) {
    store.append(Stream.of(events).map(event -> new NewEvent(store.ids().next(), NewEvent.NEXT,
        event, Envelope.live("root", new Origin("me", Source.API, "a")))).toList(), List.of());
  }

  private void purge(EntityRef thing) {
    store.purge(new Purge(thing, "root", "asked for"), ORIGIN);
  }

  private void alter(String sql) {
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void all_below_a_thing_goes_with_it() {
    var outline = store.purge(new Purge(EntityRef.goal("boat"), "root", "asked for"), ORIGIN);

    assertThat(outline.things()).containsOnly(Map.entry(Kind.GOAL, 2L),
        Map.entry(Kind.NOTE, 1L));
    assertThat(outline.events()).isEqualTo(4);
    assertThat(store.entities().find(EntityRef.goal("keel")).orElseThrow().life())
        .isEqualTo(Life.PURGED);
    assertThat(store.entities().find(EntityRef.note("n")).orElseThrow().name()).isNull();
    assertThat(store.eventsOf("goal/boat")).isEmpty();
    assertThat(store.eventsOf("session/s")).hasSize(3);
  }

  @Test
  void of_a_part_only_its_own_events_go() {
    purge(EntityRef.instance("i"));

    assertThat(store.eventsOf("session/s")).singleElement().isInstanceOf(SessionCreated.class);
    assertThat(store.load("session/s", 0).end()).isEqualTo(3);
    append(new InstanceAdded("s", "j", "a", 2, AT));
    assertThat(store.walkChain().fault()).isNull();
  }

  @Test
  void the_lookups_are_what_the_events_lead_to() {
    purge(EntityRef.goal("boat"));
    purge(EntityRef.instance("i"));

    try (var view = StoreView.open(directory, null)) {
      assertThat(view.check().lookups(10).orElseThrow().first()).isEmpty();
    }
  }

  @Test
  void what_was_purged_cannot_be_purged_again_nor_begun_anew() {
    purge(EntityRef.goal("boat"));

    assertThatThrownBy(() -> purge(EntityRef.goal("boat"))).isInstanceOf(RuleViolation.class)
        .hasMessageContaining("was purged");
    assertThatThrownBy(() -> append(goal("boat", EntityRef.goal("root"))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> append(goal("sail", EntityRef.goal("boat"))))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void the_whole_can_be_purged_after_its_part() {
    purge(EntityRef.instance("i"));
    purge(EntityRef.goal("root"));

    assertThat(store.walkChain().fault()).isNull();
    try (var view = StoreView.open(directory, null)) {
      assertThat(view.check().lookups(10).orElseThrow().first()).isEmpty();
    }
  }

  /** Snapshots are taken beside commands: one may come late. */
  @Test
  void no_snapshot_has_what_was_purged_not_even_one_that_comes_late() {
    @Nullable SessionState state = null;
    for (var event : store.eventsOf("session/s")) {
      state = SessionState.after(state, event);
    }
    var snapshots = store.snapshots(List.of(SessionState.class));
    var early = new Snapshot(2, Objects.requireNonNull(state));
    snapshots.store("session/s", early);

    purge(EntityRef.instance("i"));

    assertThat(snapshots.read("session/s")).isEmpty();
    snapshots.store("session/s", early);
    assertThat(snapshots.read("session/s")).isEmpty();
    snapshots.store("session/s", new Snapshot(3, state));
    assertThat(snapshots.read("session/s")).isPresent();
  }

  @Test
  void a_purged_history_is_intact() {
    purge(EntityRef.goal("boat"));

    assertThat(store.walkChain().fault()).isNull();
    assertThat(store.walkChain().head()).isEqualTo(store.head());
  }

  @Test
  void an_event_that_no_purge_has_emptied_is_named() {
    purge(EntityRef.goal("boat"));
    alter("""
      UPDATE events
         SET purged_by = (SELECT max(position) FROM events), salt = NULL, metadata = NULL,
             payload = NULL
       WHERE position = 6
      """);

    assertThat(store.walkChain().fault())
        .isEqualTo("the content of event 6 (session.created) is gone, and no purge says so");
    assertThat(store.walkChain().head().position()).isEqualTo(5);
  }

  @Test
  void an_event_that_is_emptied_by_nothing_that_could_is_named() {
    alter("""
      UPDATE events
         SET purged_by = 8, salt = NULL, metadata = NULL, payload = NULL WHERE position = 3
      """);

    assertThat(store.walkChain().fault())
        .isEqualTo("the content of event 3 (goal.created) is gone, and no purge says so");
  }

  @Test
  void a_part_of_a_content_that_is_left_is_named() {
    purge(EntityRef.goal("boat"));
    alter("UPDATE events SET source_row = '{}' WHERE position = 3");

    assertThat(store.walkChain().fault())
        .isEqualTo("event 3 (goal.created) was purged, and some of its content is there");
  }

  @Test
  void a_content_that_is_there_again_is_named() throws SQLException {
    var file = directory.resolve(SqliteEventStore.FILE);
    var kept = directory.resolve("kept.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("VACUUM INTO '" + kept + "'");
    }
    purge(EntityRef.goal("boat"));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("ATTACH '" + kept + "' AS kept");
      statement.executeUpdate("""
        UPDATE events
           SET purged_by = NULL, salt = old.salt, metadata = old.metadata, payload = old.payload
          FROM kept.events old
         WHERE events.position = 4 AND old.position = 4
        """);
    }

    assertThat(store.walkChain().fault()).contains("event 4 was purged by event ",
        "its content is there again");
  }
}
