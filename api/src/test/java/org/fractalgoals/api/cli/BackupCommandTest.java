package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fractalgoals.api.MovableClock;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.StoreView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The command backup, beside a server and without one. */
class BackupCommandTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @TempDir private Path folder = Path.of("");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T05:06:07Z"));

  private Outcome backup(Path directory, String... arguments) {
    var all = new ArrayList<>(
        List.of("--data", directory.toString(), "--env", "testing", "backup"));
    all.addAll(List.of(arguments));
    return new Shell(Map.of(), clock).run(all.toArray(String[]::new));
  }

  private Outcome backup(String... arguments) {
    return backup(SERVER.directory(), arguments);
  }

  private static Head head(Path file) {
    try (var store = StoreView.ofFile(file, "testing")) {
      return store.head();
    }
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String lastAct() {
    return SERVER.send(SERVER.request("/api/admin/audit?type=store.backed-up&limit=1")
        .header("Authorization",
            AdminToken.find(SERVER.directory()).orElseThrow().authorization())
        .GET()).ok(200).at("/events/0/sentence").stringValue();
  }

  @Test
  void a_backup_is_all_that_was_stored_and_only_its_owner_may_read_it() throws Exception {
    Practice.on(SERVER).session("Morning");
    var before = SERVER.application().store().head();
    var out = folder.resolve("goals.backup");

    var outcome = backup(out.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("head %s@%d".formatted(before.hash(), before.position()));
    assertThat(head(out)).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-------");
    assertThat(files()).containsExactly("goals.backup");
  }

  @Test
  void the_history_remembers_it_whether_a_server_runs_or_not() throws Exception {
    assertThat(backup(folder.resolve("served").toString()).err()).isEmpty();
    assertThat(lastAct()).startsWith("Backed up to \"served\", up to event ");

    SERVER.stop();
    try {
      assertThat(backup(folder.resolve("alone").toString()).err()).isEmpty();
    } finally {
      SERVER.start();
    }
    assertThat(lastAct()).startsWith("Backed up to \"alone\", up to event ");
  }

  @Test
  void it_is_made_even_where_it_cannot_be_remembered() throws Exception {
    Practice.on(SERVER);
    var copy = Files.createDirectory(folder.resolve("data"));
    StoreView.copy(SERVER.directory(), copy);
    try (var busy = DirectoryLock.acquire(copy, "other")) {
      assertThat(busy).isNotNull();
      var outcome = backup(copy, folder.resolve("out").toString());

      assertThat(outcome.code()).isZero();
      assertThat(outcome.err().strip()).hasLineCount(1)
          .contains("could not be noted in the history", "version other");
    }
    assertThat(folder.resolve("out")).exists();
  }

  @Test
  void in_a_folder_it_is_named_after_the_time_and_the_newest_are_kept() throws Exception {
    Files.writeString(folder.resolve("events.db.backup_20200101_000000"), "no store");
    Files.writeString(folder.resolve("mine.txt"), "mine");
    var other = Files.createDirectory(folder.resolve("other"));
    new Shell().run("--data", other.toString(), "--env", "testing", "migrate",
        LegacyDatabase.in(folder).toString());
    assertThat(backup(other, folder.resolve("events.db.backup_20210101_000000").toString()).code())
        .isZero();
    var killed = Files.createFile(folder.resolve("events.db.backup_20220101_000000.partial"));
    Files.setLastModifiedTime(killed, FileTime.from(Instant.EPOCH));

    for (int each = 0; each < 3; each++) {
      assertThat(backup(folder.toString()).code()).isZero();
      clock.advance(Duration.ofSeconds(30));
    }
    var outcome = backup(folder.toString(), "--keep", "2");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains(
        "Deleted " + folder.resolve("events.db.backup_20260304_050607"),
        "Deleted " + folder.resolve("events.db.backup_20260304_050637"));
    assertThat(files()).containsExactly("events.db.backup_20200101_000000",
        "events.db.backup_20210101_000000", "events.db.backup_20260304_050707",
        "events.db.backup_20260304_050737", "goals.db", "mine.txt", "other");
  }

  @Test
  void two_in_one_second_have_two_names() throws Exception {
    assertThat(backup(folder.toString()).code()).isZero();
    assertThat(backup(folder.toString(), "--keep", "1").code()).isZero();

    assertThat(files()).containsExactly("events.db.backup_20260304_050607_2");
  }

  @Test
  void wrong_usage_is_refused() throws Exception {
    var mine = Files.writeString(folder.resolve("mine"), "mine");

    assertThat(backup().code()).isEqualTo(2);
    assertThat(backup(folder.toString(), "--keep", "0").code()).isEqualTo(2);
    assertThat(backup(folder.resolve("new").toString(), "--keep", "1").err())
        .contains("--keep goes with a folder");
    assertThat(backup(mine.toString()).err()).hasLineCount(1).contains("There is a file " + mine);
    assertThat(mine).hasContent("mine");
    assertThat(backup(folder.resolve("none/out").toString()).err()).hasLineCount(1)
        .contains("none/out");
    assertThat(backup(folder.resolve("empty"), folder.resolve("x").toString()).err())
        .contains("There is no event store");
    assertThat(files()).containsExactly("mine");
  }
}
