package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fractalgoals.process.ServerHere;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back is rehearsed: with what has changed since, or to the very file that was migrated. */
class RollbackTest {

  @TempDir Path folder;

  private DataDirectory directory = new DataDirectory(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void aFile() throws Exception {
    directory = new DataDirectory(folder);
    file = StageCases.all().getLast().write(folder);
  }

  private List<Path> backups() throws Exception {
    try (var files = Files.list(directory.data().resolve("backups"))) {
      return files.toList();
    }
  }

  @Test
  void the_file_in_the_backups_is_the_file_that_was_migrated() throws Exception {
    var bytes = Files.readAllBytes(file);
    directory.migrate(file);
    try (var server = ServerHere.on(directory.data())) {
      server.ask("DELETE", "/api/root/goals/goal", "");
    }
    Files.delete(file);

    assertThat(backups()).singleElement().satisfies(backup -> Files.copy(backup, file));

    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void what_has_changed_since_goes_back_into_a_legacy_file() throws Exception {
    directory.migrate(file);
    Shown shown;
    try (var server = ServerHere.on(directory.data())) {
      server.ask("PUT", "/api/root/goals/goal", "{\"name\":\"Renamed\"}");
      var added = server.ask("POST", "/api/root/goals",
          "{\"name\":\"Added\",\"type\":\"ShortTermGoal\",\"parent_id\":\"root\"}");
      server.ask("POST", "/api/root/goals",
          "{\"name\":\"Gone\",\"type\":\"ImmediateGoal\",\"parent_id\":\"%s\"}"
              .formatted(added.get("id").asString()));
      server.ask("DELETE", "/api/root/sessions/session/activities/instance", "");
      shown = Shown.by(server);
    }

    var exported = directory.exportLegacy();

    var back = new DataDirectory(Files.createDirectory(folder.resolve("back")));
    assertThat(back.shownAfter(exported)).isEqualTo(shown)
        .isEqualTo(new Shown(1, 4, 1, 0, 0));
    try (var server = ServerHere.on(back.data())) {
      assertThat(server.get("/api/root/goals").findValuesAsString("name")).contains("Renamed",
          "Added", "Gone");
    }
  }

  @Test
  void a_rehearsal_leaves_nothing_behind() throws Exception {
    var ended = directory.run("migrate", file.toString(), "--dry-run");

    assertThat(ended.exitCode()).as(ended.errors()).isZero();
    assertThat(ended.output()).contains("S16");
    assertThat(directory.data().resolve("events.db")).doesNotExist();
    assertThat(directory.data().resolve("backups")).doesNotExist();
  }

  @Test
  void neither_does_one_beside_what_is_there_already() throws Exception {
    directory.migrate(file);
    var other = new DataDirectory(Files.createDirectory(folder.resolve("other")));
    LegacyFileGenerator.write(other.folder().resolve("other.db"), 500, 7);
    var before = directory.head();
    var backups = backups();

    assertThat(directory.run("migrate", other.folder().resolve("other.db").toString(), "--dry-run")
        .exitCode()).isZero();

    assertThat(directory.head()).isEqualTo(before);
    assertThat(backups()).isEqualTo(backups);
  }
}
