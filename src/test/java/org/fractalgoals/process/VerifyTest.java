package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.fractalgoals.process.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What {@code verify} finds, and that it finds nothing where nothing was done. */
class VerifyTest {

  private static final int CLIENTS = 3;
  private static final int RUNS = 3;

  /** In the header of every SQLite file. */
  private static final int PLACE_OF_PAGE_SIZE = 16;

  @TempDir Path directory;
  private Path data;

  @BeforeEach
  void a_migrated_sample() throws Exception {
    data = migrated("data");
  }

  private Path migrated(String name) throws Exception {
    var place = directory.resolve(name);
    var file = directory.resolve("legacy.db");
    if (!Files.exists(file)) {
      LegacySample.write(file);
    }
    var ended = Program.runHere("migrate", file.toString(), "--data", place.toString());
    assertThat(ended.exitCode()).as(ended.errors()).isZero();
    return place;
  }

  private Ended verify(String... options) {
    var arguments = new ArrayList<>(List.of("verify", "--data", data.toString()));
    arguments.addAll(List.of(options));
    return Program.runHere(arguments.toArray(String[]::new));
  }

  private JsonNode status() {
    return Program.runHere("status", "--format", "json", "--data", data.toString()).json();
  }

  private String head() {
    var status = status();
    return status.get("head").asString() + "@" + status.get("position").asString();
  }

  private Path readModel() {
    return Path.of(status().at("/readModel/file").asString());
  }

  private Path store() {
    return data.resolve("events.db");
  }

  private static void alter(Path file, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private static String text(Path file, String query) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }

  private static void assertSound(Ended ended) {
    assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isZero();
    assertThat(ended.errors()).isEmpty();
    assertThat(ended.output().lines()).isNotEmpty().noneMatch(line -> line.startsWith(" "));
  }

  private static void assertDifferent(Ended ended, String... parts) {
    assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isEqualTo(3);
    assertThat(ended.errors()).startsWith("Not everything is as it must be").hasLineCount(1);
    assertThat(ended.output()).contains(parts);
  }

  private static JsonNode check(JsonNode report, String name) {
    for (var check : report.get("checks")) {
      if (check.get("check").asString().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check %s in %s".formatted(name, report));
  }

  @Test
  void beside_a_running_server_under_load_it_finds_nothing() throws Exception {
    var done = new AtomicBoolean();
    try (var server = Program.serve(data);
        var clients = Executors.newFixedThreadPool(CLIENTS)) {
      var work = Stream.generate(() -> clients.submit(load(server, done))).limit(CLIENTS).toList();
      try {
        for (int run = 0; run < RUNS; run++) {
          var ended = Program.run("verify", "--deep", "--format", "json", "--data",
              data.toString());
          assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isZero();
          assertThat(ended.json().get("result").asString()).isEqualTo("ok");
        }
      } finally {
        done.set(true);
      }
      for (var client : work) {
        assertThat(client.get()).as("rounds meanwhile").isPositive();
      }
    }
  }

  /** Goals and sessions come and go, and one session is saved so often that a snapshot of it is taken. */
  private static Callable<Integer> load(Http server, AtomicBoolean done) {
    return () -> {
      int round = 0;
      var kept = session(server, goal(server));
      while (!done.get()) {
        round++;
        var goal = goal(server);
        session(server, goal);
        for (int save = 0; save < 10; save++) {
          server.ask("PUT", "/api/sail/sessions/" + kept,
              "{\"session_data\":{\"round\":%d,\"save\":%d}}".formatted(round, save));
        }
        server.ask("DELETE", "/api/sail/goals/" + goal, "");
      }
      return round;
    };
  }

  private static String goal(Http server) throws Exception {
    return server.ask("POST", "/api/sail/goals",
        "{\"name\":\"Knots\",\"type\":\"ShortTermGoal\",\"parent_id\":\"sail\"}").get("id")
        .asString();
  }

  private static String session(Http server, String goal) throws Exception {
    return server.ask("POST", "/api/sail/sessions",
        "{\"name\":\"Practice\",\"parent_ids\":[\"%s\"]}".formatted(goal)).get("id").asString();
  }

  @Test
  void a_row_that_somebody_altered_is_told_with_both_values_and_the_last_event()
      throws Exception {
    try (var server = ServerHere.on(data)) {
      server.ask("PUT", "/api/sail/goals/boat", "{\"name\":\"Own two boats\"}");
    }
    alter(readModel(), "UPDATE goals SET name = 'Own a plane' WHERE id = 'boat'");
    var event = text(store(),
        """
          SELECT position || ' (' || type || ', ' || strftime('%FT%T', recorded_at / 1000000, 'unixepoch')
                 || '.' || printf('%06d', recorded_at % 1000000) || 'Z, ' || event_id || ')'
            FROM events
           WHERE stream = 'goal/boat'
           ORDER BY sequence DESC
           LIMIT 1
          """)
        .replaceFirst("(000)?Z", "Z");
    var head = head();
    var events = head.substring(head.indexOf('@') + 1);

    var ended = verify();

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.output()).isEqualTo(
        """
          chain                      ok         %1$s events, head %2$s
          read model                 different  5 rows in 16 tables as of event %1$s, 0 events behind, 1 difference
            goals, id "boat", name: expected "Own two boats", found "Own a plane"; the last event about it is %3$s
          roots                      ok         8 links from things to what they stand under
          """
            .formatted(events, head, event));
    assertThat(ended.errors()).isEqualTo("Not everything is as it must be: read model.\n");

    var told = check(verify("--format", "json").json(), "read model");
    assertThat(told.get("differences").asInt()).isEqualTo(1);
    var first = told.get("first").get(0);
    assertThat(first.get("table").asString()).isEqualTo("goals");
    assertThat(first.get("key").asString()).isEqualTo("id \"boat\"");
    assertThat(first.get("column").asString()).isEqualTo("name");
    assertThat(first.get("expected").asString()).isEqualTo("\"Own two boats\"");
    assertThat(first.get("found").asString()).isEqualTo("\"Own a plane\"");
    assertThat(first.at("/lastEvent/position").asString()).isEqualTo(events);
    assertThat(first.at("/lastEvent/type").asString()).isEqualTo("goal.renamed");
  }

  @Test
  void of_many_differences_the_first_are_told_and_all_are_counted() throws Exception {
    try (var server = ServerHere.on(data)) {
      for (int goal = 0; goal < 101; goal++) {
        server.ask("POST", "/api/sail/goals",
            "{\"name\":\"Goal\",\"type\":\"MidTermGoal\",\"parent_id\":\"sail\"}");
      }
    }
    alter(readModel(), "DELETE FROM goals WHERE name = 'Goal'");

    var ended = verify();

    assertDifferent(ended, "101 differences", "expected a row, found nothing",
        "  and 1 difference more");
    assertThat(ended.output()).hasLineCount(3 + 100 + 1);
  }

  private long positionOf(String goal) throws SQLException {
    return Long.parseLong(text(store(), """
      SELECT position FROM events WHERE stream = 'goal/%s' AND sequence = 0
      """.formatted(goal)));
  }

  private void assertChainBreaks(String fault, long position) {
    var ended = verify();

    assertDifferent(ended, "chain                      different  " + fault + "; up to event "
        + (position - 1) + " the history is what it was", "read model                 skipped");
    assertThat(check(verify("--deep", "--format", "json").json(), "chain").get("detail")
        .asString()).startsWith(fault);
  }

  @Test
  void an_altered_event_is_named() throws Exception {
    long boat = positionOf("boat");
    alter(store(), "UPDATE events SET payload = replace(payload, 'boat', 'plane') WHERE position = "
        + boat);

    assertChainBreaks("the content of event %d (goal.created) was altered".formatted(boat), boat);
  }

  @Test
  void a_deleted_event_is_named() throws Exception {
    long boat = positionOf("boat");
    alter(store(), "DELETE FROM events WHERE position = " + boat);

    assertChainBreaks("event %d is missing".formatted(boat), boat);
  }

  @Test
  void an_inserted_event_is_named() throws Exception {
    long boat = positionOf("boat");
    alter(store(), "UPDATE events SET position = -position WHERE position >= " + boat,
        "UPDATE events SET position = 1 - position WHERE position < 0",
        """
          INSERT INTO events
          SELECT %d, 'invented', stream, 99, type, revision, recorded_at, effective_at, root_id, actor,
                 source, action_id, import_id, causation_id, digest, hash, purged_by, salt, metadata,
                 payload, source_row
            FROM events
           WHERE stream = 'goal/boat' AND sequence = 0
          """
            .formatted(boat));

    assertChainBreaks(
        "event %d (goal.created) was altered, inserted or moved".formatted(boat), boat);
  }

  @Test
  void swapped_events_are_named() throws Exception {
    long boat = positionOf("boat");
    alter(store(), "UPDATE events SET position = -position WHERE position IN (%d, %d)"
        .formatted(boat, boat + 1),
        "UPDATE events SET position = %d + position WHERE position < 0".formatted(2 * boat + 1));

    assertChainBreaks("event %d (%s) was altered, inserted or moved".formatted(boat,
        text(store(), "SELECT type FROM events WHERE position = " + boat)), boat);
  }

  @Test
  void a_tail_that_was_cut_off_is_named() throws Exception {
    long events = status().get("events").asLong();
    alter(store(), "DELETE FROM events WHERE position > " + (events - 2));

    assertChainBreaks("the events from %d to %d are missing".formatted(events - 1, events),
        events - 1);
  }

  @Test
  void a_tail_that_was_cut_off_without_a_trace_is_known_to_the_read_model() throws Exception {
    long events = status().get("events").asLong();
    alter(store(), "DELETE FROM events WHERE position > " + (events - 2),
        "UPDATE sqlite_sequence SET seq = %d WHERE name = 'events'".formatted(events - 2));

    assertDifferent(verify(), "chain                      ok",
        "it shows event %d, but the event store ends at event %d: later ones are gone"
            .formatted(events, events - 2));
  }

  @Test
  void a_head_that_was_noted_is_found_again_and_later_events_do_not_matter() throws Exception {
    var noted = head();
    try (var server = ServerHere.on(data)) {
      server.ask("PUT", "/api/sail/goals/boat", "{\"name\":\"Own two boats\"}");
    }

    assertSound(verify("--expect-head", noted));
    assertSound(verify("--expect-head", head()));
  }

  @Test
  void a_history_that_was_written_anew_is_found_by_a_head_that_was_noted() throws Exception {
    var noted = head();
    data = migrated("another");

    assertSound(verify());
    assertDifferent(verify("--expect-head", noted), "the history is another one");
    assertDifferent(verify("--expect-head", noted.replaceFirst("@.*", "@999")),
        "the history ends at event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "abc@1", "@1", "-1"})
  void a_head_is_a_hash_and_a_position(String text) {
    var ended = verify("--expect-head", text);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors()).contains("HASH@POSITION");
  }

  @Test
  void a_read_model_that_is_behind_is_compared_at_its_position() throws Exception {
    var early = Files.readAllBytes(readModel());
    long events = status().get("events").asLong();
    try (var server = ServerHere.on(data)) {
      server.ask("PUT", "/api/sail/goals/boat", "{\"name\":\"Own two boats\"}");
    }
    Files.write(readModel(), early);

    var ended = verify();

    assertSound(ended);
    assertThat(ended.output()).contains("as of event %d, 1 event behind".formatted(events));
  }

  private long rootPageOf(String index) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store());
        var statement = connection.createStatement();
        var row = statement.executeQuery(
            "SELECT rootpage FROM sqlite_schema WHERE name = '%s'".formatted(index))) {
      return row.getLong(1);
    }
  }

  @Test
  void a_damaged_page_of_the_event_store_is_found_by_looking_deep() throws Exception {
    try (var file = new RandomAccessFile(store().toFile(), "rw")) {
      file.seek(PLACE_OF_PAGE_SIZE);
      int pageSize = file.readUnsignedShort();
      file.seek((rootPageOf("events_actor") - 1) * pageSize);
      file.write(new byte[pageSize]);
    }

    assertDifferent(verify("--deep"), "pages of the event store   different  damaged");
  }

  @Test
  void a_read_model_that_is_no_database_is_told() throws Exception {
    Files.writeString(readModel(), "not a database ".repeat(1000));

    var ended = verify();

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("chain                      ok",
        "read model                 failed");
  }

  @Test
  void without_a_read_model_the_rest_is_checked_and_that_is_said() throws Exception {
    Files.delete(readModel());

    var ended = verify();

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("chain                      ok",
        "read model                 failed");
    assertThat(ended.errors()).isEqualTo("Not everything could be checked: read model.\n");
  }

  @Test
  void without_a_store_it_fails_in_one_sentence() {
    data = directory.resolve("nowhere");

    var ended = verify();

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors()).contains("no event store").hasLineCount(1);
    assertThat(data).doesNotExist();
  }

  @Test
  void deep_it_finds_altered_lookups_pages_and_fractals() throws Exception {
    alter(store(), "UPDATE entity SET parent_id = 'sing' WHERE id = 'boat'");
    alter(readModel(), "UPDATE goals SET root_id = 'sing' WHERE id = 'knots'");

    assertDifferent(verify("--deep"),
        "goal/boat, parent_id: expected sail, found sing",
        "goals, id \"knots\", root_id: expected \"sail\" as that of parent_id \"boat\", found \"sing\"");
  }

  @Test
  void deep_it_proves_each_import_again_as_long_as_its_copy_is_there() throws Exception {
    assertThat(verify("--deep").output())
        .containsPattern("import of legacy.db +ok +5 rows and 65 cells of import ");

    try (var backups = Files.list(data.resolve("backups"))) {
      for (var backup : backups.toList()) {
        Files.delete(backup);
      }
    }

    var ended = verify("--deep");
    assertSound(ended);
    assertThat(ended.output())
        .containsPattern("import of legacy.db +skipped +not checked: its copy is gone");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_is_changed_and_nothing_is_left_behind(boolean sound) throws Exception {
    if (!sound) {
      alter(readModel(), "DELETE FROM goals WHERE id = 'knots'");
    }
    var before = contents();
    var temporary = Files.createDirectory(directory.resolve("temporary"));

    assertThat(startWith(temporary).waitFor()).isEqualTo(sound ? 0 : 3);

    assertThat(contents()).isEqualTo(before);
    assertThat(scratchIn(temporary)).isEmpty();
  }

  @Test
  void told_to_end_it_takes_its_temporary_files_along() throws Exception {
    var temporary = Files.createDirectory(directory.resolve("temporary"));
    try (var watch = temporary.getFileSystem().newWatchService()) {
      temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      var process = startWith(temporary);
      while (process.isAlive() && scratchIn(temporary).isEmpty()) {
        watch.poll(100, TimeUnit.MILLISECONDS);
      }
      process.destroy();

      assertThat(process.waitFor()).isIn(143, 0);
    }

    assertThat(scratchIn(temporary)).isEmpty();
  }

  private Process startWith(Path temporary) throws IOException {
    var process = Program.process("verify", "--deep", "--data", data.toString())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile());
    process.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    return process.start();
  }

  private static List<Path> scratchIn(Path temporary) throws IOException {
    try (var files = Files.list(temporary)) {
      return files.filter(file -> file.getFileName().toString().startsWith("fractal-verify"))
          .toList();
    }
  }

  /** Of the files that are not SQLite's own helpers. */
  private List<String> contents() throws IOException {
    try (var files = Files.walk(data)) {
      var contents = new ArrayList<String>();
      for (var file : files.filter(Files::isRegularFile)
          .filter(file -> !file.toString().matches(".*-(wal|shm)")).sorted().toList()) {
        contents.add(file + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
      return contents;
    }
  }
}
