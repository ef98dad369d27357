package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.api.server.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MigrateTest {

  @TempDir private Path directory = Path.of("");

  private Path data = Path.of("");
  private Path legacy = Path.of("");

  @BeforeEach
  void given() throws SQLException {
    data = directory.resolve("data");
    legacy = LegacyDatabase.in(directory);
  }

  private Outcome migrate(String... more) {
    var arguments = new String[more.length + 4];
    arguments[0] = "migrate";
    arguments[1] = legacy.toString();
    arguments[2] = "--data";
    arguments[3] = data.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return new Shell().run(arguments);
  }

  private Application open() {
    return Application.open(new Settings(data, "development", null, Clock.systemUTC()));
  }

  @Test
  void the_report_says_what_was_read_and_written() throws IOException {
    var bytes = Files.readAllBytes(legacy);

    var outcome = migrate();

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains(legacy.toString(), "Proof:", "equal",
        "0 rows without a root, 0 broken references", "backup");
    assertThat(Files.readAllBytes(legacy)).isEqualTo(bytes);
    assertThat(data.resolve("events.db")).exists();
    assertThat(data.resolve("events.db.importing")).doesNotExist();
    assertThat(data.resolve("backups")).isDirectoryContaining("glob:**goals.db.backup_*");
  }

  @Test
  void what_was_migrated_can_be_read() throws Exception {
    migrate();

    try (var application = open()) {
      application.readModel().await(application.store().head().position(),
          Duration.ofSeconds(30));
      var goals = application.queries().goals();

      assertThat(goals.goal("g-0", "g-0").orElseThrow().name()).isEqualTo("Sail");
      assertThat(goals.goal("g-0", "g-1").orElseThrow().parentId()).isEqualTo("g-0");
      assertThat(goals.goal("g-0", "g-2").orElseThrow().parentId()).isEqualTo("g-1");
      assertThat(goals.goal("g-0", "g-2").orElseThrow().completed()).isTrue();
    }
  }

  @Test
  void the_zone_is_that_of_the_legacy_application_unless_another_is_named() {
    migrate();
    try (var application = open()) {
      assertThat(application.store().info().zone().getId()).isEqualTo("America/New_York");
    }
    data = directory.resolve("other");
    migrate("--zone", "Europe/Berlin");
    try (var application = open()) {
      assertThat(application.store().info().zone().getId()).isEqualTo("Europe/Berlin");
    }
  }

  @Test
  void the_same_file_again_changes_nothing() throws IOException {
    migrate();
    var before = RunningServer.listing(data);

    var outcome = migrate();

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("was imported already");
    assertThat(RunningServer.listing(data)).isEqualTo(before);
  }

  @Test
  void a_rehearsal_does_all_of_it_and_leaves_nothing_behind() throws IOException {
    var before = RunningServer.listing(directory);

    var outcome = migrate("--dry-run", "--report", directory.resolve("report.json").toString());

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Proof:", "rehearsal");
    assertThat(Files.readString(directory.resolve("report.json"))).contains("\"equal\" : true");
    Files.delete(directory.resolve("report.json"));
    assertThat(RunningServer.listing(directory)).isEqualTo(before);
  }

  @Test
  void the_report_is_kept_beside_the_store() throws IOException {
    migrate();

    try (var reports = Files.list(data.resolve("reports"))) {
      assertThat(reports).singleElement().satisfies(report -> assertThat(
          new JsonMapper().readTree(report).get("nullRoots").asInt()).isZero());
    }
  }

  @Test
  void a_store_without_events_is_filled_and_keeps_its_zone() {
    Application.open(new Settings(data, "development", RunningServer.ZONE, Clock.systemUTC()))
        .close();

    assertThat(migrate("--zone", "Europe/Berlin").code()).isEqualTo(1);
    assertThat(migrate().code()).isZero();

    try (var application = open()) {
      assertThat(application.store().info().zone()).isEqualTo(RunningServer.ZONE);
      assertThat(application.store().head().position()).isPositive();
    }
  }

  @Test
  void a_running_server_is_named_and_left_alone() {
    try (var server = Server.start(open(), 0)) {
      var outcome = migrate();

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.err().strip()).hasLineCount(1).contains(
          Long.toString(ProcessHandle.current().pid()), Integer.toString(server.port()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no database at all, but long enough to be looked at for a moment"})
  void a_file_that_is_no_legacy_database_is_refused(String content) throws IOException {
    legacy = directory.resolve("other.db");
    if (!content.isEmpty()) {
      Files.writeString(legacy, content);
    }

    var outcome = migrate();

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err().strip()).hasLineCount(1).contains("other.db");
    assertThat(data.resolve("events.db")).doesNotExist();
  }
}
