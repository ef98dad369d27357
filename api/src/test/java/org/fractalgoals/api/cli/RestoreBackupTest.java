package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.StoreView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command restore-backup. */
class RestoreBackupTest {

  private final RunningServer server = new RunningServer();
  private Practice practice = new Practice(server, "", "");
  private Path backup = Path.of("");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void a_backup() throws Exception {
    server.open();
    practice = Practice.on(server);
    practice.session("Morning");
    backup = folder.resolve("backup.db");
    assertThat(run(server.directory(), "testing", "backup", backup.toString()).code()).isZero();
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  private static Outcome run(Path directory, String environment, String command, String file) {
    return new Shell().run("--data", directory.toString(), "--env", environment, command, file);
  }

  private static Outcome restore(Path directory, Path file) {
    return run(directory, "testing", "restore-backup", file.toString());
  }

  private static Head head(Path file) {
    try (var store = StoreView.ofFile(file, "testing")) {
      return store.head();
    }
  }

  private static List<Path> kept(Path directory) throws IOException {
    try (var files = Files.list(directory.resolve("backups"))) {
      return files.sorted().toList();
    }
  }

  private String answers() {
    return server.get("/api/fractals").ok(200).text()
        + server.get(practice.sessions("")).ok(200).text()
        + server.get("/api/%s/goals".formatted(practice.root())).ok(200).text();
  }

  @Test
  void everything_is_as_it_was_at_the_backup_and_writing_goes_on() throws Exception {
    var before = answers();
    practice.session("Evening");
    server.fractal("Another");
    var after = server.application().store().head();
    assertThat(answers()).isNotEqualTo(before);
    server.stop();

    var outcome = restore(server.directory(), backup);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(head(server.directory().resolve("events.db"))).isEqualTo(head(backup));
    assertThat(kept(server.directory())).singleElement()
        .satisfies(kept -> assertThat(head(kept)).isEqualTo(after));
    server.start();
    assertThat(answers()).isEqualTo(before);
    practice.session("Night");
    assertThat(server.get(practice.sessions("")).ok(200).text()).contains("Night")
        .doesNotContain("Evening");
  }

  @Test
  void what_was_written_over_a_restored_backup_is_shown_too() throws Exception {
    practice.session("Evening");
    server.stop();
    assertThat(restore(server.directory(), backup).code()).isZero();
    for (int each = 0; each < 4; each++) {
      assertThat(run(server.directory(), "testing", "backup",
          folder.resolve("again-" + each).toString()).err()).isEmpty();
    }

    server.start();

    assertThat(server.get(practice.sessions("")).ok(200).text()).contains("Morning")
        .doesNotContain("Evening");
  }

  @Test
  void beside_a_running_server_it_is_refused() throws Exception {
    var listing = RunningServer.listing(server.directory());

    var outcome = restore(server.directory(), backup);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err().strip()).hasLineCount(1).contains("port " + server.port(), "stop");
    assertThat(RunningServer.listing(server.directory())).isEqualTo(listing);
  }

  @Test
  void an_empty_directory_gets_the_store() throws Exception {
    var directory = folder.resolve("new");

    var outcome = restore(directory, backup);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).doesNotContain("kept");
    assertThat(head(directory.resolve("events.db"))).isEqualTo(head(backup));
  }

  @Test
  void what_is_no_sound_backup_changes_nothing() throws Exception {
    var directory = folder.resolve("new");
    assertThat(restore(directory, backup).code()).isZero();
    var listing = RunningServer.listing(directory);
    var text = Files.writeString(folder.resolve("text"), "no database at all, but long enough");
    var empty = Files.createFile(folder.resolve("empty"));
    var legacy = LegacyDatabase.in(folder);

    for (var wrong : List.of(text, empty, legacy, changed("UPDATE events SET actor = 'mallory'"),
        changed("DELETE FROM events WHERE position = 2"),
        changed("DELETE FROM events WHERE position = (SELECT max(position) FROM events)"))) {
      var outcome = restore(directory, wrong);

      assertThat(outcome.code()).as(wrong.toString()).isEqualTo(1);
      assertThat(outcome.err().strip()).hasLineCount(1).contains(wrong.toString(),
          "nothing was changed");
      assertThat(RunningServer.listing(directory)).isEqualTo(listing);
    }
    assertThat(restore(directory, folder.resolve("none")).err()).contains("There is no file");
    assertThat(restore(directory, directory.resolve("events.db")).err()).contains("itself");
    assertThat(run(directory, "production", "restore-backup", backup.toString()).err())
        .contains("environment testing, not production");
    assertThat(RunningServer.listing(directory)).isEqualTo(listing);
  }

  /** The backup, as somebody has changed it. */
  private Path changed(String sql) throws IOException, SQLException {
    var copy = Files.createTempFile(folder, "changed", ".db");
    Files.write(copy, Files.readAllBytes(backup));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return copy;
  }

  @Test
  void a_store_that_was_not_closed_is_kept_with_all_that_was_committed() throws Exception {
    practice.session("Evening");
    var after = server.application().store().head();
    var directory = Files.createDirectory(folder.resolve("killed"));
    for (var name : List.of("events.db", "events.db-wal")) {
      Files.copy(server.directory().resolve(name), directory.resolve(name));
    }

    var outcome = restore(directory, backup);

    assertThat(outcome.err()).isEmpty();
    assertThat(head(directory.resolve("events.db"))).isEqualTo(head(backup));
    assertThat(kept(directory)).singleElement()
        .satisfies(kept -> assertThat(head(kept)).isEqualTo(after));
  }

  @Test
  void a_damaged_store_is_kept_as_it_is() throws Exception {
    var directory = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(directory.resolve("events.db"), "damaged beyond hope");
    Files.writeString(directory.resolve("events.db-wal"), "and its log");

    var outcome = restore(directory, backup);

    assertThat(outcome.err()).isEmpty();
    assertThat(head(directory.resolve("events.db"))).isEqualTo(head(backup));
    assertThat(kept(directory)).hasSize(2);
    assertThat(kept(directory).getFirst()).hasContent("damaged beyond hope");
    assertThat(kept(directory).getLast()).hasContent("and its log");
  }

  @Test
  void a_backup_with_a_log_beside_it_is_taken_with_its_log() throws Exception {
    practice.session("Evening");
    var after = server.application().store().head();
    for (var name : List.of("events.db", "events.db-wal")) {
      Files.copy(server.directory().resolve(name), folder.resolve(name));
    }
    var listing = RunningServer.listing(folder);
    var directory = folder.resolve("new");

    assertThat(restore(directory, folder.resolve("events.db")).err()).isEmpty();

    assertThat(head(directory.resolve("events.db"))).isEqualTo(after);
    assertThat(RunningServer.listing(folder)).containsAllEntriesOf(listing);
  }
}
