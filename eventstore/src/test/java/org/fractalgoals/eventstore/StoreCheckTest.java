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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.eventstore.Snapshots.Snapshot;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.verify.Deviation;
import org.fractalgoals.eventstore.verify.Deviations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the events says what the events say. */
class StoreCheckTest {

  private static final int MOST = 100;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  @TempDir Path directory;

  @BeforeEach
  void a_store_with_a_snapshot() {
    try (var store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneOffset.UTC, "testing", Clock.systemUTC()))) {
      append(store, goal("r", null), goal("g", EntityRef.goal("r")), goal("h", EntityRef.goal("g")),
          new ActivityDefined("a", "r", "Scales", "", Set.of(), null, NOON),
          new SessionCreated("s", "r", EntityRef.goal("r"), List.of(), "Morning", "", null, null,
              null, null, null, null, TODAY, NOON),
          new SessionRenamed("s", "Evening", NOON));
      append(store, new GoalDeleted("h", NOON));
      append(store, new GoalRenamed("g", "Own a boat", NOON));
      store.snapshots(List.of(SessionState.class)).store("session/s",
          new Snapshot(1, stateOf(store)));
    }
  }

  private static GoalCreated goal(String id, @Nullable EntityRef parent) {
    return new GoalCreated(id, "r", parent, "ShortTermGoal", "name of " + id, "", null, null, 0,
        TODAY, NOON);
  }

  private static void append(SqliteEventStore store, DomainEvent... events) {
    var envelope = Envelope.live("r", Events.origin());
    store.append(Stream.of(events)
        .map(event -> new NewEvent(Events.newId(), NewEvent.NEXT, event, envelope)).toList());
  }

  private static SessionState stateOf(SqliteEventStore store) {
    @Nullable SessionState state = null;
    for (var event : store.eventsOf("session/s")) {
      state = SessionState.after(state, event);
    }
    return Objects.requireNonNull(state);
  }

  private void alter(String sql) {
    try (
        var connection = DriverManager
            .getConnection("jdbc:sqlite:" + directory.resolve(SqliteEventStore.FILE));
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Deviations lookups() {
    try (var view = StoreView.open(directory, null)) {
      return view.check().lookups(MOST).orElseThrow();
    }
  }

  private Deviations snapshots() {
    try (var view = StoreView.open(directory, null)) {
      return view.check().snapshots(MOST);
    }
  }

  @Test
  void what_was_written_is_what_the_events_say() {
    assertThat(lookups()).isEqualTo(new Deviations(5, 0, List.of()));
    assertThat(snapshots()).isEqualTo(new Deviations(1, 0, List.of()));
    try (var view = StoreView.open(directory, null)) {
      var reached = new ArrayList<Long>();
      var chain = view.check().chain(reached::add);
      assertThat(chain.isIntact()).isTrue();
      assertThat(chain.head()).isEqualTo(view.head());
      assertThat(reached).containsExactlyElementsOf(
          LongStream.rangeClosed(1, view.head().position()).boxed().toList());
      assertThat(view.check().integrity(MOST)).isEmpty();
      assertThat(view.check().lookups(MOST)).as("once more on the same connection")
          .contains(new Deviations(5, 0, List.of()));
    }
  }

  @Test
  void an_altered_lookup_is_named_with_both_values() {
    alter("UPDATE entity SET name = 'Chords', sort_order = 7 WHERE id = 'a'");

    assertThat(lookups().first()).containsExactly(
        new Deviation("activity/a, name", "Chords", "Scales"),
        new Deviation("activity/a, sort_order", "7", "0"));
  }

  @Test
  void a_lookup_that_forgot_a_parent_or_a_deletion_is_named() {
    alter("UPDATE entity SET parent_kind = NULL, parent_id = NULL WHERE id = 'g'");
    alter("UPDATE entity SET state = 'live', deleted_by = NULL WHERE id = 'h'");

    assertThat(lookups().count()).isEqualTo(4);
    assertThat(lookups().first()).contains(new Deviation("goal/g, parent_kind", "null", "goal"),
        new Deviation("goal/g, parent_id", "null", "r"),
        new Deviation("goal/h, state", "live", "deleted"));
  }

  @Test
  void a_lookup_that_is_missing_or_too_many_is_named() {
    alter("UPDATE entity SET id = 'x' WHERE id = 'a'");

    assertThat(lookups()).isEqualTo(new Deviations(5, 2, List.of(
        new Deviation("activity/x", "it is there", null),
        new Deviation("activity/a", null, "it is there"))));
  }

  @Test
  void lookups_of_another_version_are_not_judged() {
    alter("UPDATE store SET lookup_version = lookup_version - 1");

    try (var view = StoreView.open(directory, null)) {
      assertThat(view.check().lookups(MOST)).isEmpty();
    }
  }

  @Test
  void an_altered_snapshot_is_named_with_both_states() {
    alter("UPDATE snapshot SET payload = replace(payload, 'Evening', 'Night')");

    assertThat(snapshots().count()).isEqualTo(1);
    assertThat(snapshots().first()).singleElement().satisfies(deviation -> {
      assertThat(deviation.what()).isEqualTo("session/s after event 1 of its stream");
      assertThat(deviation.kept()).contains("Night");
      assertThat(deviation.fromEvents()).contains("Evening");
    });
  }

  @Test
  void a_snapshot_of_an_event_that_is_not_there_is_named() {
    alter("UPDATE snapshot SET sequence = 2");

    assertThat(snapshots().first()).singleElement()
        .satisfies(deviation -> assertThat(deviation.fromEvents()).isNull());
  }

  @Test
  void a_snapshot_of_another_revision_is_not_used_and_not_judged() {
    alter("UPDATE snapshot SET revision = revision + 1, payload = ''");

    assertThat(snapshots()).isEqualTo(new Deviations(0, 0, List.of()));
  }

  @Test
  void the_history_can_be_read_as_it_was_at_a_position() {
    try (var view = StoreView.open(directory, null)) {
      var events = view.eventsUpTo(3);
      var start = events.headAt(0).orElseThrow();

      assertThat(events.storeId()).isEqualTo(view.info().storeId());
      assertThat(events.head()).isEqualTo(view.headAt(3).orElseThrow());
      assertThat(events.headAt(4)).isEmpty();
      assertThat(events.readAfter(start, 2).events()).extracting(RecordedEvent::position)
          .containsExactly(1L, 2L);
      assertThat(events.readAfter(start, 100).last()).isEqualTo(events.head());
      assertThat(events.readAfter(events.head(), 100).events()).isEmpty();
      assertThatThrownBy(() -> view.eventsUpTo(9)).isInstanceOf(StoreFault.class)
          .hasMessageContaining("event 9");
    }
  }

  @Test
  void the_last_event_of_a_stream_is_found_as_of_a_place_and_a_position() {
    try (var view = StoreView.open(directory, null)) {
      assertThat(view.lastOf("goal/g", Long.MAX_VALUE, 8).orElseThrow())
          .satisfies(event -> assertThat(event.type()).isEqualTo("goal.renamed"))
          .satisfies(event -> assertThat(event.position()).isEqualTo(8));
      assertThat(view.lastOf("goal/g", 0, 8).orElseThrow().position()).isEqualTo(2);
      assertThat(view.lastOf("goal/g", Long.MAX_VALUE, 7).orElseThrow().position()).isEqualTo(2);
      assertThat(view.lastOf("goal/x", Long.MAX_VALUE, 8)).isEmpty();
    }
  }
}
