package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.process.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked on the command line of the real program, beside its server and without one. */
class CommandLineTest {

  @TempDir Path directory;

  private Path migrated() throws Exception {
    var data = directory.resolve("data");
    var file = LegacySample.write(directory.resolve("legacy.db"));
    var migrated = Program.run("migrate", file.toString(), "--data", data.toString());
    assertThat(migrated.exitCode()).as(migrated.errors()).isZero();
    return data;
  }

  private static Ended run(Path data, String... command) throws Exception {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data.toString()));
    return Program.run(arguments.toArray(String[]::new));
  }

  private static void assertRefused(Ended ended, int exitCode, String... parts) {
    assertThat(ended.exitCode()).isEqualTo(exitCode);
    assertThat(ended.output()).isEmpty();
    assertThat(ended.errors().strip()).hasLineCount(1).contains(parts);
  }

  @Test
  void what_is_deleted_is_listed_and_brought_back_beside_a_running_server() throws Exception {
    var data = migrated();
    try (var server = Program.serve(data)) {
      server.ask("DELETE", "/api/sail/goals/boat", "");

      var trash = run(data, "trash", "--root", "sail");
      assertThat(trash.errors()).isEmpty();
      assertThat(trash.output()).contains("goal/boat", "Own a boat").hasLineCount(2);

      var restored = run(data, "restore", "boat");
      assertThat(restored.errors()).isEmpty();
      assertThat(restored.output().strip()).isEqualTo("goal/boat is back, 3 things in all.");
      assertThat(server.get("/api/sail/goals").findValuesAsString("name")).contains("Own a boat",
          "Save money", "Tie knots");
      assertThat(run(data, "trash").output().strip()).isEqualTo("There is nothing to restore.");
      assertThat(server.stop()).isEqualTo(143);
    }
  }

  @Test
  void what_is_deleted_is_listed_and_brought_back_without_a_server() throws Exception {
    var data = migrated();
    try (var server = Program.serve(data)) {
      server.ask("DELETE", "/api/sail/goals/knots", "");
      server.kill();
    }

    assertThat(run(data, "trash", "--format", "json").json().get(0).get("name").asString())
        .isEqualTo("Tie knots");
    var restored = run(data, "restore", "goal/knots", "--name", "Splice ropes", "--parent",
        "goal/sail");
    assertThat(restored.errors()).isEmpty();
    assertThat(restored.output().strip()).isEqualTo("goal/knots is back.");
    assertThat(run(data, "trash", "--format", "json").json()).isEmpty();

    try (var server = Program.serve(data)) {
      var knots = server.get("/api/sail/goals/knots");
      assertThat(knots.get("name").asString()).isEqualTo("Splice ropes");
      assertThat(knots.at("/attributes/parent_id").asString()).isEqualTo("sail");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_cannot_come_back_is_refused_in_one_sentence(boolean served) throws Exception {
    var data = migrated();
    try (var server = Program.serve(data)) {
      server.ask("DELETE", "/api/sail/goals/boat", "");
      if (!served) {
        server.stop();
      }

      assertRefused(run(data, "restore", "knots"), 1, "together with the goal \"boat\"");
      assertRefused(run(data, "restore", "plane"), 1, "\"plane\"");
      assertRefused(run(data, "restore"), 2, "--help");
    }
  }

  @Test
  void the_demo_serves_sample_data_and_takes_them_away_when_it_stops() throws Exception {
    try (var server = Program.demo(directory)) {
      var fractals = server.get("/api/fractals");
      assertThat(fractals).hasSize(2);
      var root = fractals.get(0).get("id").asString();
      assertThat(server.get("/api/" + root + "/goals").findValuesAsString("type"))
          .contains("LongTermGoal", "MidTermGoal", "ShortTermGoal", "ImmediateGoal");
      var trash = server.get("/api/" + root + "/trash");
      assertThat(trash.get(0).get("count").asInt()).isEqualTo(3);
      assertThat(demos()).hasSize(1);

      var data = demos().getFirst().resolve("data");
      var deleted = "goal/" + trash.get(0).get("id").asString();
      assertThat(run(data, "trash").output()).contains(deleted);
      assertThat(run(data, "restore", deleted).output()).contains("3 things");

      assertThat(server.stop()).isEqualTo(143);
      assertThat(demos()).isEmpty();
    }
  }

  private List<Path> demos() throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith("fractal-demo"))
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve", "demo", "migrate", "verify", "export", "status", "trash",
      "restore", "rebuild", "backup", "restore-backup", "help"})
  void each_command_is_explained(String command) throws Exception {
    var explained = Program.run("help", command);

    assertThat(explained.exitCode()).isZero();
    assertThat(explained.errors()).isEmpty();
    assertThat(explained.output()).contains("fractal " + command, "Exit codes:", "Example:");
  }
}
