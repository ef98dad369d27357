package org.fractalgoals.projections.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.projections.engine.ProjectionStatus.State;
import org.fractalgoals.projections.fixture.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProjectionEngineTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  private final EventLog events = new EventLog();

  @BeforeEach
  void makeTables() throws SQLException {
    try (var connection = connection(); var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("CREATE TABLE toy (position INTEGER NOT NULL)");
      statement.execute("CREATE TABLE projection (position INTEGER NOT NULL, hash TEXT NOT NULL)");
      statement.execute("INSERT INTO projection (position, hash) VALUES (0, '%s')"
          .formatted(events.head().hash()));
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("toy.db"));
  }

  private ProjectionEngine engine(Predicate<RecordedEvent> chokesOn) throws SQLException {
    var engine = new ProjectionEngine(events,
        new ProjectionWriter(connection(), List.of(new Toy(chokesOn)), stored()));
    events.onAppend(engine::wake);
    return engine;
  }

  private Head stored() throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT position, hash FROM projection")) {
      return new Head(row.getLong(1), row.getString(2));
    }
  }

  private List<Long> applied() throws SQLException {
    var positions = new ArrayList<Long>();
    try (var connection = connection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT position FROM toy ORDER BY rowid")) {
      while (rows.next()) {
        positions.add(rows.getLong(1));
      }
    }
    return positions;
  }

  private static boolean nothing(RecordedEvent event) {
    return false;
  }

  private static Long[] upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new);
  }

  /** As many events as asked for. */
  private void append(int count) {
    IntStream.range(0, count).forEach(number -> events.append("r", "a", renamed("r", "n")));
  }

  @Test
  void everything_in_the_store_is_applied_once_in_order_and_the_position_stands_beside_it()
      throws Exception {
    append(2_500);
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      assertThat(engine.await(2_500, SOON)).isTrue();
    }
    assertThat(applied()).containsExactly(upTo(2_500));
    assertThat(stored()).isEqualTo(events.head());
  }

  @Test
  void it_goes_on_after_a_restart_where_it_was() throws Exception {
    append(3);
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      engine.await(3, SOON);
    }
    append(3);
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      engine.await(6, SOON);
    }
    assertThat(applied()).containsExactly(upTo(6));
  }

  @Test
  void a_batch_delivered_again_or_overlapping_changes_nothing() throws Exception {
    append(4);
    var zero = stored();
    try (var writer = new ProjectionWriter(connection(),
        List.of(new Toy(ProjectionEngineTest::nothing)), zero)) {
      writer.apply(events.readAfter(zero, 2));
      writer.apply(events.readAfter(zero, 2));
      writer.apply(events.readAfter(zero, 4));
    }
    assertThat(applied()).containsExactly(upTo(4));
    assertThat(stored()).isEqualTo(events.head());
  }

  @Test
  void an_exception_in_the_middle_of_a_batch_leaves_nothing_of_it() throws Exception {
    append(5);
    var zero = stored();
    try (var writer = new ProjectionWriter(connection(),
        List.of(new Toy(event -> event.position() == 4)), zero)) {
      var batch = events.readAfter(zero, 5);
      assertThatThrownBy(() -> writer.apply(batch)).hasMessage("too big to swallow");

      assertThat(writer.head()).isEqualTo(zero);
    }
    assertThat(applied()).isEmpty();
    assertThat(stored()).isEqualTo(zero);
  }

  @Test
  void an_exception_that_does_not_come_again_loses_and_doubles_nothing() throws Exception {
    append(10);
    var once = new AtomicBoolean();
    try (var engine = engine(event -> event.position() == 7 && once.compareAndSet(false, true))) {
      engine.start();
      assertThat(engine.await(10, SOON)).isTrue();
      assertThat(engine.status().state()).isEqualTo(State.LIVE);
    }
    assertThat(applied()).containsExactly(upTo(10));
  }

  @Test
  void it_stops_before_an_event_that_cannot_be_applied_and_says_why() throws Exception {
    append(9);
    try (var engine = engine(event -> event.position() == 6)) {
      engine.start();

      assertThatThrownBy(() -> engine.await(9, SOON)).isInstanceOf(ProjectionStopped.class)
          .hasMessage(
              "The read model stopped before event 6 (goal.renamed): too big to swallow");

      var failure = new ProjectionFailure(6, "goal.renamed", "too big to swallow");
      assertThat(engine.status())
          .isEqualTo(new ProjectionStatus(State.STOPPED, 5, 9, false, failure));
      assertThat(engine.await(5, SOON)).isTrue();
      append(1);
      assertThatThrownBy(() -> engine.await(10, SOON)).isInstanceOf(ProjectionStopped.class);
    }
    assertThat(applied()).containsExactly(upTo(5));
    assertThat(stored().position()).isEqualTo(5);
  }

  @Test
  void one_that_stops_after_it_had_caught_up_is_still_complete() throws Exception {
    append(2);
    try (var engine = engine(event -> event.position() == 3)) {
      engine.start();
      assertThat(engine.await(2, SOON)).isTrue();
      append(2);
      assertThatThrownBy(() -> engine.await(3, SOON)).isInstanceOf(ProjectionStopped.class);

      assertThat(engine.status().complete()).isTrue();
    }
    try (var engine = engine(event -> event.position() == 3)) {
      engine.start();
      assertThatThrownBy(() -> engine.await(3, SOON)).isInstanceOf(ProjectionStopped.class);

      assertThat(engine.status().complete()).isFalse();
    }
  }

  @Test
  void a_stopped_projection_goes_on_with_a_program_that_can_apply_the_event() throws Exception {
    append(4);
    try (var engine = engine(event -> event.position() == 2)) {
      engine.start();
      assertThatThrownBy(() -> engine.await(4, SOON)).isInstanceOf(ProjectionStopped.class);
    }
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      engine.await(4, SOON);
    }
    assertThat(applied()).containsExactly(upTo(4));
  }

  @Test
  void an_event_that_cannot_be_read_stops_it_too() throws Exception {
    append(5);
    events.makeUnreadable(4);
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      assertThatThrownBy(() -> engine.await(5, SOON)).isInstanceOf(ProjectionStopped.class);

      assertThat(engine.status().failure()).isNotNull().satisfies(failure -> {
        assertThat(failure.position()).isEqualTo(4);
        assertThat(failure.eventType()).isEqualTo("goal.renamed");
        assertThat(failure.reason()).contains("no such field");
      });
    }
    assertThat(applied()).containsExactly(upTo(3));
  }

  @Test
  void a_full_disk_holds_it_up_until_there_is_space() throws Exception {
    append(2_500);
    var connection = connection();
    limitPages(connection, 4);
    try (var engine = new ProjectionEngine(events, new ProjectionWriter(connection,
        List.of(new Toy(ProjectionEngineTest::nothing)), stored()))) {
      engine.start();
      assertThat(engine.await(2_500, Duration.ofMillis(500))).isFalse();
      assertThat(engine.status().state()).isEqualTo(State.CATCHING_UP);

      limitPages(connection, 1_000_000);
      assertThat(engine.await(2_500, SOON)).isTrue();
      assertThat(engine.status().state()).isEqualTo(State.LIVE);
    }
    assertThat(applied()).containsExactly(upTo(2_500));
    assertThat(stored()).isEqualTo(events.head());
  }

  private static void limitPages(Connection connection, int pages) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = " + pages);
    }
  }

  @Test
  void it_closes_cleanly_while_the_disk_is_full() throws Exception {
    append(2_500);
    var connection = connection();
    limitPages(connection, 4);
    var engine = new ProjectionEngine(events, new ProjectionWriter(connection,
        List.of(new Toy(ProjectionEngineTest::nothing)), stored()));
    engine.start();
    assertThat(engine.await(2_500, Duration.ofMillis(500))).isFalse();

    engine.close();

    assertThat(applied()).containsExactly(upTo(stored().position()));
  }

  @Test
  void a_store_that_cannot_be_read_for_a_while_holds_it_up_for_that_while() throws Exception {
    append(3);
    events.failReads(5);
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      assertThat(engine.await(3, SOON)).isTrue();
      events.failReads(2);
      append(1);
      assertThat(engine.await(4, SOON)).isTrue();
    }
    assertThat(applied()).containsExactly(upTo(4));
  }

  @Test
  void it_catches_up_until_it_reaches_what_was_there_when_it_started() throws Exception {
    append(3);
    var reached = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var engine = engine(event -> {
      reached.countDown();
      awaitLatch(go);
      return false;
    })) {
      assertThat(engine.status().state()).isEqualTo(State.CATCHING_UP);
      engine.start();
      awaitLatch(reached);
      assertThat(engine.status())
          .isEqualTo(new ProjectionStatus(State.CATCHING_UP, 0, 3, false, null));

      go.countDown();
      engine.await(3, SOON);
      assertThat(engine.status()).isEqualTo(new ProjectionStatus(State.LIVE, 3, 3, true, null));
    }
  }

  @Test
  void on_an_empty_store_it_is_live_at_once() throws Exception {
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      assertThat(engine.status()).isEqualTo(new ProjectionStatus(State.LIVE, 0, 0, true, null));
      assertThat(engine.await(0, Duration.ZERO)).isTrue();
    }
  }

  @Test
  void waiting_for_what_does_not_come_ends_with_the_time() throws Exception {
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      assertThat(engine.await(1, Duration.ofMillis(20))).isFalse();
    }
  }

  @Test
  void many_who_append_and_wait_at_once_are_all_served() throws Exception {
    try (var engine = engine(ProjectionEngineTest::nothing)) {
      engine.start();
      var clients = IntStream.range(0, 8).mapToObj(client -> CompletableFuture.runAsync(() -> {
        for (int number = 0; number < 50; number++) {
          long position = events.append("r" + client, "a", fractal("r" + client));
          assertThat(awaitPosition(engine, position)).isTrue();
        }
      })).toList();
      clients.forEach(CompletableFuture::join);
    }
    assertThat(applied()).containsExactly(upTo(400));
  }

  @Test
  void closing_lets_those_go_who_wait() throws Exception {
    var engine = engine(ProjectionEngineTest::nothing);
    engine.start();
    var waiting = CompletableFuture.supplyAsync(() -> awaitPosition(engine, 1));

    engine.close();
    engine.close();

    assertThat(waiting.get(30, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void closing_on_an_interrupted_thread_ends_cleanly_and_keeps_the_interrupt() throws Exception {
    append(1_000);
    var engine = engine(ProjectionEngineTest::nothing);
    engine.start();
    Thread.currentThread().interrupt();
    engine.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(applied()).containsExactly(upTo(stored().position()));
  }

  @Test
  void it_starts_once() throws Exception {
    var engine = engine(ProjectionEngineTest::nothing);
    engine.start();
    assertThatThrownBy(engine::start).isInstanceOf(IllegalStateException.class);
    engine.close();
    assertThatThrownBy(engine::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_second_program_that_writes_is_noticed() throws Exception {
    append(2);
    var zero = stored();
    try (
        var one = new ProjectionWriter(connection(),
            List.of(new Toy(ProjectionEngineTest::nothing)), zero);
        var other = new ProjectionWriter(connection(),
            List.of(new Toy(ProjectionEngineTest::nothing)), zero)) {
      one.apply(events.readAfter(zero, 1));
      var batch = events.readAfter(zero, 2);
      assertThatThrownBy(() -> other.apply(batch)).hasMessageContaining("another program");
    }
    assertThat(applied()).containsExactly(1L);
  }

  private static boolean awaitPosition(ProjectionEngine engine, long position) {
    try {
      return engine.await(position, SOON);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
