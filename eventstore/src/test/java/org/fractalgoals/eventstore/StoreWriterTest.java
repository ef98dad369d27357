package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.note;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.append.Appending;
import org.fractalgoals.eventstore.append.StoreWriter;
import org.fractalgoals.eventstore.chain.ChainCheck;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one thread that writes. */
class StoreWriterTest {

  private static final String STORE = "store-1";

  @TempDir Path directory;
  private SqliteDatabase database;
  private StoreWriter writer;
  private Appending appending;

  @BeforeEach
  void open() throws SQLException {
    database = SqliteDatabase.open(directory.resolve("events.db"), Durability.DURABLE);
    writer = new StoreWriter(database, STORE);
    appending = new Appending(writer, SqliteStoreUnderTest.SUITE_CODEC, new SettableClock(NOON));
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private ChainCheck.Result walk() throws SQLException {
    try (var connection = database.readers().getConnection()) {
      return new ChainCheck(connection, Codecs.current()).walk(STORE, position -> {});
    }
  }

  private void limitPages(int pages) {
    writer.submit(session -> {
      try (var statement = database.writer().createStatement()) {
        return statement.execute("PRAGMA max_page_count = " + pages);
      }
    });
  }

  private static List<NewEvent> big(int number) {
    return live(note("big", "x".repeat(100_000) + number));
  }

  @Test
  void a_full_disk_is_said_clearly_and_writing_goes_on_once_there_is_space() throws SQLException {
    appending.append(big(0));
    limitPages(100);
    var stored = 1;
    StoreFault full = null;
    for (int n = 1; n < 100 && full == null; n++) {
      try {
        appending.append(big(n));
        stored++;
      } catch (StoreFault e) {
        full = e;
      }
    }

    assertThat(full).hasMessageContaining("disk is full")
        .hasMessageContaining("nothing was stored");
    assertThat(writer.head().position()).isEqualTo(stored);
    assertThat(walk().fault()).isNull();

    limitPages(1_000_000);
    appending.append(big(100));
    assertThat(walk().head().position()).isEqualTo(stored + 1);
    assertThat(walk().head()).isEqualTo(writer.head());
  }

  @Test
  void work_that_waits_together_is_committed_together_and_answered_apart() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var commits = new ArrayList<Long>();
    var first = CompletableFuture.runAsync(() -> writer.submit(session -> {
      begun.countDown();
      awaitUninterruptibly(goOn);
      return 0;
    }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    writer.onCommit(() -> commits.add(writer.head().position()));
    try (var threads = Executors.newFixedThreadPool(11)) {
      var good = IntStream.range(0, 10)
          .mapToObj(
              n -> CompletableFuture.supplyAsync(() -> appending.append(live(note("n" + n, "x"))),
                  threads))
          .toList();
      var bad = CompletableFuture.runAsync(() -> writer.submit(session -> {
        session.statements().execute("INSERT INTO snapshot VALUES ('s', 1, 't', 1, 'half')");
        throw new StaleDecision("on purpose");
      }), threads);
      awaitWaiting(11);
      goOn.countDown();
      first.get(10, TimeUnit.SECONDS);
      for (var answer : good) {
        assertThat(answer.get(10, TimeUnit.SECONDS)).isBetween(1L, 10L);
      }
      assertThatThrownBy(() -> bad.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(
          StaleDecision.class);
    }

    assertThat(commits).as("one commit for all that waited").containsExactly(10L);
    assertThat(walk().fault()).isNull();
    try (var connection = database.readers().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM snapshot")) {
      assertThat(row.getInt(1)).as("what the refused work wrote").isZero();
    }
  }

  @Test
  void what_is_queued_is_stored_in_its_order_and_answered_when_it_is() {
    var answers = IntStream.range(0, 20)
        .mapToObj(n -> appending.appendLater(live(note("n" + n, "x")))).toList();

    assertThat(answers).extracting(CompletableFuture::join)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    assertThat(appending.appendLater(List.of()).join()).isEqualTo(20);
    assertThat(writer.head().position()).isEqualTo(20);
  }

  @Test
  void a_file_that_is_loaded_has_one_commit_when_the_writer_is_closed() throws SQLException {
    close();
    var loaded = directory.resolve("loaded.db");
    database = SqliteDatabase.open(loaded, Durability.LOADING);
    writer = new StoreWriter(database, STORE);
    appending = new Appending(writer, SqliteStoreUnderTest.SUITE_CODEC, new SettableClock(NOON));
    appending.append(live(note("one", "x")));
    appending.append(live(note("two", "x")));
    assertThat(writer.head().position()).isEqualTo(2);
    assertThat(walk().head().position()).as("what others see").isZero();

    writer.close();
    assertThat(walk().head()).isEqualTo(writer.head());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitWaiting(int pieces) {
    while (writer.waiting() < pieces) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_listener_that_fails_keeps_nobody_waiting() {
    writer.onCommit(() -> {
      throw new IllegalStateException("on purpose");
    });

    assertThat(appending.append(live(note("a", "0")))).isEqualTo(1);
    assertThat(appending.append(live(note("a", "1")))).isEqualTo(2);
  }

  @Test
  void a_closed_writer_refuses_work_instead_of_letting_it_wait() {
    writer.close();

    assertThatThrownBy(() -> appending.append(big(0))).isInstanceOf(StoreFault.class)
        .hasMessageContaining("closed");
  }
}
