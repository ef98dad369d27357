package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.MovableClock;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.trash.Delete;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The trash, on the command line. */
class TrashCommandTest {

  @TempDir private Path directory = Path.of("");

  private final MovableClock clock = new MovableClock(Instant.parse("2030-05-06T07:08:00Z"));
  private Path data = Path.of("");

  @BeforeEach
  void given_a_store_in_which_first_a_goal_and_then_the_one_above_it_was_deleted()
      throws Exception {
    data = directory.resolve("data");
    var legacy = LegacyDatabase.in(directory).toString();
    assertThat(new Shell().run("migrate", legacy, "--data", data.toString()).code()).isZero();
    try (var application = application()) {
      delete(application, "g-2");
      delete(application, "g-1");
    }
  }

  private Application application() throws InterruptedException {
    var application = Application
        .open(new Settings(data, "development", null, clock));
    assertThat(application.readModel().await(application.store().head().position(),
        Duration.ofSeconds(30))).isTrue();
    return application;
  }

  private void delete(Application application, String goal) {
    clock.advance(Duration.ofMinutes(1));
    application.commands().send(new Delete(EntityRef.goal(goal), "g-0"),
        new Origin("tester", Source.API, "action-" + goal));
  }

  private Outcome trash(String... more) {
    var arguments = new String[more.length + 3];
    arguments[0] = "trash";
    arguments[1] = "--data";
    arguments[2] = data.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return new Shell().run(arguments);
  }

  @Test
  void the_newest_deletion_comes_first_and_what_stands_in_the_way_is_said() {
    var outcome = trash();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).hasLineCount(3);
    var lines = outcome.out().lines().toList();
    assertThat(lines.get(0)).startsWith("deleted at").contains("what", "name", "things");
    assertThat(lines.get(1)).matches("2030-05-06 03:10:00  goal/g-1 +Boat +1");
    assertThat(lines.get(2)).matches(
        "2030-05-06 03:09:00  goal/g-2 +Keel +1 +It stands below the goal \"Boat\".*");
  }

  @Test
  void json_has_the_members_that_the_api_answers_with() {
    var items = new JsonMapper().readTree(trash("--format", "json", "--root", "g-0").out());

    assertThat(items).hasSize(2);
    assertThat(items.get(0).propertyNames()).containsExactlyInAnyOrder("action_id", "deleted_at",
        "kind", "id", "root_id", "name", "count", "restorable", "reason");
    assertThat(items.get(0).at("/id").stringValue()).isEqualTo("g-1");
    assertThat(items.get(0).at("/restorable").booleanValue()).isTrue();
    assertThat(items.get(1).at("/action_id").stringValue()).isEqualTo("action-g-2");
    assertThat(items.get(1).at("/deleted_at").stringValue())
        .isEqualTo("2030-05-06T03:09:00.000000");
  }

  @Test
  void a_read_model_that_is_missing_is_filled_first() throws Exception {
    deleteReadModel();

    assertThat(trash().out()).contains("goal/g-1", "goal/g-2");
  }

  @Test
  void a_read_model_that_is_damaged_is_made_anew_first() throws Exception {
    var file = readModel();
    deleteReadModel();
    Files.writeString(file, "no database at all");

    assertThat(trash().out()).contains("goal/g-1", "goal/g-2");
  }

  @Test
  void a_read_model_that_is_behind_is_brought_up_first() throws Exception {
    var file = readModel();
    var before = Files.readAllBytes(file);
    try (var application = application()) {
      delete(application, "g-0");
    }
    Files.write(file, before);

    assertThat(trash().out()).contains("goal/g-0");
  }

  @Test
  void a_server_that_does_not_bring_its_read_model_up_is_named() throws Exception {
    deleteReadModel();
    try (var idle = Application
        .openIdle(new Settings(data, "development", null, clock))) {
      var outcome = trash();

      assertThat(idle.readModel().status().position()).isZero();
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().strip()).hasLineCount(1)
          .contains("process " + ProcessHandle.current().pid(), "position 0 of");
    }
  }

  @Test
  void beside_a_running_server_it_changes_nothing() throws Exception {
    try (var application = application()) {
      application.publishPort(4711);
      var before = RunningServer.listing(data);

      assertThat(trash().out()).contains("goal/g-1");
      assertThat(RunningServer.listing(data)).isEqualTo(before);
    }
  }

  @Test
  void an_empty_trash_says_so() {
    assertThat(new Shell().run("restore", "g-1", "--data", data.toString()).code()).isZero();
    assertThat(new Shell().run("restore", "g-2", "--data", data.toString()).code()).isZero();

    assertThat(trash().out().strip()).isEqualTo("There is nothing to restore.");
    assertThat(trash("--format", "json").out().strip()).isEqualTo("[]");
  }

  @Test
  void what_would_steer_a_terminal_is_not_printed() throws Exception {
    assertThat(new Shell().run("restore", "g-1", "--name", "Bo\u001B[31m\nat", "--data",
        data.toString()).code()).isZero();
    try (var application = application()) {
      delete(application, "g-1");
    }

    var outcome = trash();

    assertThat(outcome.out()).hasLineCount(3).contains("Bo\uFFFD[31m\uFFFDat")
        .doesNotContain("\u001B");
  }

  @Test
  void a_fractal_that_never_was_and_a_directory_without_a_store_are_failures() {
    var fractal = trash("--root", "g-1");
    var empty = new Shell().run("trash", "--data", directory.resolve("none").toString());

    assertThat(fractal.code()).isEqualTo(1);
    assertThat(fractal.err().strip()).isEqualTo("There never was a fractal \"g-1\".");
    assertThat(empty.code()).isEqualTo(1);
    assertThat(empty.err().strip()).hasLineCount(1).contains("no event store");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  private Path readModel() throws Exception {
    var status = new Shell().run("status", "--format", "json", "--data", data.toString());
    return Path.of(new JsonMapper().readTree(status.out()).at("/readModel/file").stringValue());
  }

  private void deleteReadModel() throws Exception {
    Files.delete(readModel());
  }
}
