package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the owner of a legacy file does, with the real program. */
class JourneyTest {

  @TempDir Path directory;
  private Path data;

  @BeforeEach
  void migrateASample() throws Exception {
    data = directory.resolve("data");
    var file = LegacySample.write(directory.resolve("legacy.db"));
    var migrated = Program.run("migrate", file.toString(), "--data", data.toString());
    assertThat(migrated.exitCode()).as(migrated.errors()).isZero();
    assertThat(migrated.output()).contains("America/New_York");
  }

  private static List<String> names(JsonNode tree) {
    return tree.findValuesAsString("name");
  }

  private static JsonNode status(Path data) throws Exception {
    return Program.run("status", "--format", "json", "--data", data.toString()).json();
  }

  @Test
  void a_migrated_file_survives_deletion_restore_and_a_kill() throws Exception {
    JsonNode before;
    try (var server = Program.serve(data)) {
      assertThat(names(server.get("/api/sail/goals"))).containsExactly("Sail the sea", "Own a boat",
          "Save money",
          "Tie knots");

      server.ask("DELETE", "/api/sail/goals/boat", "");
      assertThat(names(server.get("/api/sail/goals"))).containsExactly("Sail the sea");
      var trash = server.get("/api/sail/trash");
      assertThat(trash.get(0).get("id").asString()).isEqualTo("boat");
      assertThat(trash.get(0).get("count").asInt()).isEqualTo(3);

      server.ask("POST", "/api/sail/goals/boat/restore", "");
      server.ask("POST", "/api/sail/goals",
          "{\"name\":\"Learn the stars\",\"type\":\"MidTermGoal\",\"parent_id\":\"boat\"}");
      before = server.get("/api/sail/goals");
      server.kill();
    }

    try (var server = Program.serve(data)) {
      var after = server.get("/api/sail/goals");
      assertThat(names(after)).containsExactly("Sail the sea", "Own a boat", "Save money",
          "Tie knots", "Learn the stars");
      assertThat(after).isEqualTo(before);
      assertThat(server.get("/api/trash")).isEmpty();
      assertThat(server.get("/health").get("status").asString()).isEqualTo("healthy");
    }
  }

  @Test
  void a_read_model_that_is_deleted_is_built_again_with_the_same_answers() throws Exception {
    JsonNode tree;
    JsonNode fractals;
    try (var server = Program.serve(data)) {
      server.ask("PATCH", "/api/sail/goals/knots/complete", "{\"completed\":true}");
      server.ask("DELETE", "/api/sail/goals/save", "");
      tree = server.get("/api/sail/goals");
      fractals = server.get("/api/fractals");
      assertThat(server.stop()).isEqualTo(143);
    }
    deleteReadModel();

    try (var server = Program.serve(data)) {
      assertThat(server.get("/api/sail/goals")).isEqualTo(tree);
      assertThat(server.get("/api/fractals")).isEqualTo(fractals);
    }
  }

  private void deleteReadModel() throws Exception {
    var file = Path.of(status(data).at("/readModel/file").asString());
    assertThat(file).exists();
    try (var files = Files.list(data)) {
      for (var each : files
          .filter(each -> each.getFileName().toString().startsWith(file.getFileName().toString()))
          .toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void the_history_reaches_back_to_the_legacy_times() throws Exception {
    try (var server = Program.serve(data)) {
      var saved = server.get("/api/sail/goals/save").get("attributes");
      assertThat(saved.get("completed").asBoolean()).isTrue();
      assertThat(saved.get("created_at").asString()).isEqualTo("2025-12-22T08:00:00.000000");
      assertThat(saved.get("updated_at").asString()).isEqualTo("2025-12-23T09:00:00.000000");
      assertThat(saved.get("root_id").asString()).isEqualTo("sail");
    }
  }

  @Test
  void a_second_writer_is_refused_and_told_who_is_first() throws Exception {
    try (var server = Program.serve(data)) {
      for (var command : List.of(new String[] {"serve", "--port", "0"},
          new String[] {"migrate", directory.resolve("legacy.db").toString()})) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        var refused = Program.run(arguments.toArray(String[]::new));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors()).contains("process " + server.pid()).hasLineCount(1);
      }
      assertThat(names(server.get("/api/fractals"))).containsExactly("Sail the sea", "Sing");
    }
  }

  @Test
  void the_status_is_told_beside_a_running_server() throws Exception {
    try (var server = Program.serve(data)) {
      server.ask("POST", "/api/fractals", "{\"name\":\"Write\"}");
      var status = status(data);

      assertThat(status.get("environment").asString()).isEqualTo("development");
      assertThat(status.get("zone").asString()).isEqualTo("America/New_York");
      assertThat(status.get("events").asLong()).isEqualTo(status.get("position").asLong());
      assertThat(status.get("head").asString()).matches("[0-9a-f]{64}");
      assertThat(status.at("/readModel/lag").asLong()).isZero();
      assertThat(status.at("/readModel/fingerprint").asString()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void a_store_is_opened_only_as_the_environment_it_was_made_for() throws Exception {
    var refused = Program.run("--env", "production", "status", "--data", data.toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.errors()).contains("development");
  }

  @Test
  void the_same_file_again_changes_nothing() throws Exception {
    var before = status(data);

    var repeated = Program.run("migrate", directory.resolve("legacy.db").toString(), "--data",
        data.toString());

    assertThat(repeated.exitCode()).as(repeated.errors()).isZero();
    assertThat(status(data)).isEqualTo(before);
  }
}
