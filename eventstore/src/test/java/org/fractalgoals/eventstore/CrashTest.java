package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.RecordedEvent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing that it has acknowledged, and leaves nothing half. */
class CrashTest {

  private static final int WRITERS = 4;
  private static final int ACTION_ID_LENGTH = 36;

  @TempDir Path directory;

  @RepeatedTest(5)
  void what_was_acknowledged_before_the_kill_is_there_after_it() throws Exception {
    var random = new Random();
    var acknowledged = new ArrayList<String>();
    var process = startWriting();
    try (var lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var enough = 200 + random.nextInt(2000);
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.length() == ACTION_ID_LENGTH) { // the last line may be torn by the kill
          acknowledged.add(line);
        }
        if (acknowledged.size() == enough) {
          process.toHandle().destroyForcibly(); // which, unlike that of the process, leaves its output readable
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("killed by SIGKILL").isEqualTo(137);

    try (var store = SqliteStoreUnderTest.open(directory, Clock.systemUTC(),
        SqliteStoreUnderTest.SUITE_CODEC)) {
      var stored = store.reader().readAfter(store.reader().headAt(0).orElseThrow(), 1_000_000)
          .events();
      assertThat(new HashSet<>(stored.stream().map(RecordedEvent::actionId).toList()))
          .containsAll(acknowledged);
      assertNothingHalf(stored);
      assertThat(store.walkTheChain().fault()).isNull();
      assertThat(store.walkTheChain().head()).isEqualTo(store.reader().head());
      assertThat(store.entities().cascade(store.entities().find(ROOT_GOAL).orElseThrow()))
          .hasSize(stored.size());
    }
  }

  /** Every action is one append of two events. */
  private static void assertNothingHalf(List<RecordedEvent> stored) {
    var actions = stored.stream().skip(1).map(RecordedEvent::actionId).toList();
    assertThat(actions.size() % 2).isZero();
    IntStream.range(0, actions.size() / 2).forEach(
        pair -> assertThat(actions.get(2 * pair)).isEqualTo(actions.get(2 * pair + 1)));
  }

  private Process startWriting() throws IOException {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        Writing.class.getName(), directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The process that is killed: writes as fast as it can and prints the action of each answer. */
  static final class Writing {

    private Writing() {}

    public static void main(String[] args) {
      Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
      });
      var store = SqliteStoreUnderTest.open(Path.of(args[0]), Clock.systemUTC(),
          SqliteStoreUnderTest.SUITE_CODEC);
      store.appender().append(live(Events.fractal()));
      for (int writer = 0; writer < WRITERS; writer++) {
        var name = "w" + writer + "-";
        new Thread(() -> write(store, name)).start();
      }
    }

    private static void write(StoreUnderTest store, String name) {
      for (int n = 0;; n++) {
        var parent = Events.goal(name + n, ROOT_GOAL);
        List<NewEvent> events = live(parent,
            Events.goal(name + n + "-child", EntityRef.goal(name + n)));
        var action = events.get(0).envelope().origin().actionId();
        store.appender().append(events);
        System.out.println(action);
      }
    }
  }
}
