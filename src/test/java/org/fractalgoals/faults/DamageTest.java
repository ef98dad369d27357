package org.fractalgoals.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.fractalgoals.process.Http;
import org.fractalgoals.process.Program;
import org.fractalgoals.process.Program.Ended;
import org.fractalgoals.process.ServerHere;
import org.fractalgoals.process.Thoroughness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that are not what they were written as. Damage of the read model is mended, damage of the event store is named and
 * never mended; nothing is answered as if all were well that is not.
 */
class DamageTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int TIMES = Thoroughness.of(12, 500);
  private static final int STARTS = Thoroughness.of(3, 60);
  private static final List<Harm> HARMS = List.of(Harm.values());
  private static final long SEED = 11;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @TempDir static Path shared;
  private static String root = "";
  private static List<String> events = List.of();
  private static JsonNode shown = JSON.nullNode();

  @TempDir Path folder;

  /** As a server that was killed leaves it: with what is in the journals only. */
  @BeforeAll
  static void a_store_with_journals() throws Exception {
    try (var server = Program.serve(whole())) {
      var grounds = Ground.of(server, 2);
      root = grounds[0].root();
      for (var ground : grounds) {
        for (int number = 0; number < 8; number++) {
          var plot = new Plot(ground, number);
          while (!plot.isOver()) {
            plot.goOn(server);
          }
        }
      }
      shown = server.get("/api/%s/goals".formatted(root));
      server.kill();
    }
    events = eventsIn(Files.copy(store(whole()), shared.resolve("looked-at.db")), whole());
  }

  private static Path whole() {
    return shared.resolve("whole");
  }

  private static Path store(Path directory) {
    return directory.resolve("events.db");
  }

  private static List<String> eventsIn(Path copy, Path directory) throws Exception {
    Files.copy(directory.resolve("events.db-wal"), Path.of(copy + "-wal"));
    return eventsIn(copy);
  }

  /** Every column of every event. */
  private static List<String> eventsIn(Path file) throws SQLException {
    var events = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(
            """
              SELECT json_array(position, event_id, stream, sequence, type, revision, recorded_at, effective_at,
                                root_id, actor, source, action_id, payload, metadata, hex(hash), hex(digest))
                FROM events
               ORDER BY position
              """)) {
      while (rows.next()) {
        events.add(rows.getString(1));
      }
    }
    return events;
  }

  private Path copy(String name) throws Exception {
    var directory = folder.resolve(name);
    FileSystemUtils.copyRecursively(whole(), directory);
    return directory;
  }

  private static Ended verify(Path directory) {
    return Program.runHere("verify", "--deep", "--data", directory.toString());
  }

  private static Path readModel(Path directory) throws Exception {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().matches("read-model.*\\.db"))
          .findFirst().orElseThrow();
    }
  }

  private static void assertSentences(Ended ended, String as) {
    assertThat(ended.output() + ended.errors()).as(as)
        .doesNotContainPattern("\\n\\s+at |Exception|Something unexpected");
    assertThat(ended.errors().lines()).as(as).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void verify_finds_whatever_was_done_to_the_events(TestReporter reporter) throws Exception {
    var random = new Random(SEED);
    var outcomes = new EnumMap<Harm, Map<Integer, Integer>>(Harm.class);
    for (int time = 0; time < TIMES; time++) {
      var harm = HARMS.get(time % HARMS.size());
      var directory = copy("data-" + time);
      var file = time % 3 == 0 ? directory.resolve("events.db-wal") : store(directory);
      harm.to(file, random);
      var as = "%s of %s, number %d".formatted(harm, file.getFileName(), time);

      var verified = verify(directory);

      assertThat(verified.exitCode()).as(as + verified).isIn(0, 1, 3);
      assertSentences(verified, as);
      if (verified.exitCode() == 0) {
        assertThat(eventsIn(store(directory))).as(as).isEqualTo(events);
      }
      outcomes.computeIfAbsent(harm, none -> new TreeMap<>()).merge(verified.exitCode(), 1,
          Integer::sum);
      FileSystemUtils.deleteRecursively(directory);
    }
    reporter.publishEntry("damaged event stores", "exit codes of verify " + outcomes);
  }

  @Test
  void a_damaged_store_is_refused_by_name_and_stays_as_it_is_or_verify_tells(
      TestReporter reporter) throws Exception {
    var random = new Random(SEED + 1);
    var outcomes = new TreeMap<String, Integer>();
    for (int time = 0; time < STARTS; time++) {
      var harm = HARMS.get(time % HARMS.size());
      var directory = copy("data-" + time);
      gather(store(directory));
      harm.to(store(directory), random);
      var before = Files.readAllBytes(store(directory));
      var as = "%s, number %d".formatted(harm, time);

      var verified = verify(directory);
      var rebuilt = Program.runHere("rebuild", "--data", directory.toString());

      assertSentences(verified, as);
      assertSentences(rebuilt, as);
      assertThat(rebuilt.exitCode()).as(as + rebuilt).isIn(0, 1);
      if (verified.exitCode() == 0) {
        assertThat(rebuilt.exitCode()).as(as + rebuilt).isZero();
        assertThat(eventsIn(store(directory))).as(as).isEqualTo(events);
      } else if (rebuilt.exitCode() == 1) {
        assertThat(Files.readAllBytes(store(directory))).as(as).isEqualTo(before);
      }
      outcomes.merge("verify %d, rebuild %d".formatted(verified.exitCode(), rebuilt.exitCode()),
          1, Integer::sum);
      FileSystemUtils.deleteRecursively(directory);
    }
    reporter.publishEntry("damaged event stores used", outcomes.toString());
  }

  /** Leaves nothing in the journal. */
  private static void gather(Path store) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }

  @Test
  void a_damaged_read_model_is_built_anew_at_start_or_found_by_verify() throws Exception {
    var random = new Random(SEED + 2);
    for (int time = 0; time < STARTS; time++) {
      var harm = HARMS.get(time % HARMS.size());
      var directory = copy("data-" + time);
      harm.to(readModel(directory), random);
      var as = "%s, number %d".formatted(harm, time);

      var verified = verify(directory);
      assertSentences(verified, as);
      try (var server = ServerHere.on(directory)) {
        var answer = server.get("/api/%s/goals".formatted(root));
        if (verified.exitCode() == 0) {
          assertThat(answer).as(as).isEqualTo(shown);
        }
      }
    }
  }

  @Test
  void a_read_model_damaged_under_a_running_server_is_noticed_and_built_anew_by_itself()
      throws Exception {
    var directory = copy("data");
    try (var server = Program.serve(directory)) {
      var goals = "/api/%s/goals".formatted(root);
      assertThat(server.get(goals)).isEqualTo(shown);
      var damaged = readModel(directory);
      spoil(damaged);

      long deadline = System.nanoTime() + PATIENCE_NANOS;
      for (int number = 0; Files.exists(damaged); number++) {
        assertThat(System.nanoTime()).as("time to notice").isLessThan(deadline);
        change(server, number);
        assertCivil(server.send("GET", goals, "").body());
      }
      while (server.send("GET", "/health", "").statusCode() != 200) {
        assertThat(System.nanoTime()).as("time to build").isLessThan(deadline);
      }
      server.ask("PUT", goals + "/" + root, "{\"description\":\"\"}");
      assertThat(server.get(goals).get("children")).isEqualTo(shown.get("children"));
      assertThat(server.stop()).isEqualTo(143);
    }
    assertThat(verify(directory).exitCode()).isZero();
  }

  /** All pages but the first; those in the journal, too. */
  private static void spoil(Path file) throws Exception {
    var noise = new byte[4096];
    new Random(SEED).nextBytes(noise);
    for (var spoiled : List.of(file, Path.of(file + "-wal"))) {
      try (var bytes = new RandomAccessFile(spoiled.toFile(), "rw")) {
        for (long place = noise.length; place < bytes.length(); place += noise.length) {
          bytes.seek(place);
          bytes.write(noise, 0, (int) Math.min(noise.length, bytes.length() - place));
        }
      }
    }
  }

  private static void change(Http server, int number) throws Exception {
    var answer = server.send("PUT", "/api/%s/goals/%s".formatted(root, root),
        "{\"description\":\"%d\"}".formatted(number));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
    assertCivil(answer.body());
  }

  private static void assertCivil(String body) {
    assertThat(body).doesNotContainPattern("\\sat \\w+\\.|Exception|SQLITE|Something went wrong");
  }
}
