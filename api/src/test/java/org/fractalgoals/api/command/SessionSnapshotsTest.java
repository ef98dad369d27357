package org.fractalgoals.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionId;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.Snapshots.Snapshot;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSnapshotsTest {

  private static final Origin ORIGIN = new Origin("tester", Source.API, "action-1");
  private static final SessionId SESSION = new SessionId("s");
  private static final String STREAM = "session/s";
  private static final WallClock CLOCK = new WallClock(Clock.systemUTC(), ZoneOffset.UTC);

  @TempDir private Path directory = Path.of("");

  private SqliteEventStore store;

  @BeforeEach
  void a_session_exists() {
    store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneOffset.UTC, "testing", Clock.systemUTC()));
    var now = CLOCK.now();
    var today = LocalDate.of(2026, 3, 4);
    append(new GoalCreated("g", "g", null, "ShortTermGoal", "Sail", "", null, null, 0, today, now),
        new SessionCreated("s", "g", EntityRef.goal("g"), List.of(), "Morning", "", null, null,
            null, null, null, null, today, now));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void append(DomainEvent... events) {
    var envelope = Envelope.live("g", ORIGIN);
    store.append(List.of(events).stream()
        .map(event -> new NewEvent(store.ids().next(), NewEvent.NEXT, event, envelope)).toList());
  }

  private void autosave(int from, int to) {
    try (var axon = new CommandSide(
        new SqliteEventStorageEngine(store, List.of(SessionState.class)), store, store,
        store.audit(), store, store.entities(), store.ids(), CLOCK)) {
      for (int save = from; save < to; save++) {
        var command = new ChangeSession(SESSION, "g",
            List.of(new SetData(JsonTexts.of("{\"save\":%d}".formatted(save)))));
        axon.gateway().sendAndWait(GenericCommandMessage.asCommandMessage(command)
            .andMetaData(ORIGIN.toMetaData()));
      }
    }
  }

  private Snapshot snapshot() {
    return store.snapshots(List.of(SessionState.class)).read(STREAM).orElseThrow();
  }

  private SessionState stateAt(long sequence) {
    @Nullable SessionState state = null;
    for (var event : store.stream(STREAM, 0)) {
      if (event.sequence() <= sequence) {
        state = SessionState.after(state, (SessionEvent) event.payload());
      }
    }
    return Objects.requireNonNull(state);
  }

  @Test
  void a_session_saved_often_is_loaded_from_a_snapshot_that_says_the_same_as_its_events() {
    autosave(0, 120);

    assertThat(snapshot().sequence()).isGreaterThanOrEqualTo(SessionSnapshotter.THRESHOLD);
    assertThat(snapshot().state()).isEqualTo(stateAt(snapshot().sequence()));
  }

  @Test
  void a_session_loaded_from_a_snapshot_goes_on_where_its_events_ended() {
    autosave(0, 120);

    autosave(119, 121);

    assertThat(store.stream(STREAM, 0)).hasSize(122);
    assertThat(stateAt(121).facts().data()).isEqualTo(JsonTexts.of("{\"save\":120}"));
  }

  @Test
  void later_snapshots_take_the_place_of_earlier_ones() {
    autosave(0, 60);
    var earlier = snapshot().sequence();

    autosave(60, 200);

    assertThat(snapshot().sequence()).isGreaterThan(earlier);
    assertThat(snapshot().state()).isEqualTo(stateAt(snapshot().sequence()));
  }

  /** Commands that follow are decided on what the events say. */
  private void requireEventsToCount() {
    var events = store.stream(STREAM, 0).size();

    autosave(119, 120);
    assertThat(store.stream(STREAM, 0)).as("nothing changes, by the events").hasSize(events);
    autosave(120, 121);
    assertThat(store.stream(STREAM, 0)).hasSize(events + 1);
    assertThat(stateAt(events).facts().data()).isEqualTo(JsonTexts.of("{\"save\":120}"));
  }

  private void changeSnapshot(String sql) throws SQLException {
    try (
        var file = DriverManager
            .getConnection("jdbc:sqlite:" + directory.resolve(SqliteEventStore.FILE));
        var statement = file.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  @Test
  void a_snapshot_of_another_revision_is_passed_over() throws SQLException {
    autosave(0, 120);
    changeSnapshot("""
      UPDATE snapshot
         SET revision = revision + 1, payload = replace(payload, '"rootId":"g"', '"rootId":"x"')
      """);

    assertThat(store.snapshots(List.of(SessionState.class)).read(STREAM)).isEmpty();
    requireEventsToCount();
  }

  @Test
  void a_snapshot_that_cannot_be_read_is_passed_over() throws SQLException {
    autosave(0, 120);
    changeSnapshot("UPDATE snapshot SET payload = '{\"sessionId\":[]}'");

    requireEventsToCount();
  }
}
