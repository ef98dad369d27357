package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a rebuild leaves behind where it does not come to its end: nothing, and a retry needs no hands. */
class RebuildCrashTest {

  private static final long ROWS = 40_000;
  private static final long SEED = 7;
  private static final int KILLS = Thoroughness.of(2, 50);

  @TempDir static Path shared;
  private static RebuildDirectory filled;
  private static JsonNode fractals;

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws Exception {
    filled = RebuildDirectory.filled(shared, ROWS);
    try (var server = Program.serve(filled.data())) {
      fractals = server.get("/api/fractals");
      assertThat(server.stop()).isEqualTo(143);
    }
  }

  private static void assertAnswers(Http server, RebuildDirectory directory) throws Exception {
    assertThat(server.get("/api/fractals")).isEqualTo(fractals);
    assertThat(directory.leftOvers()).isEmpty();
    assertThat(directory.generations().size()).isBetween(1, 2);
  }

  @Test
  void a_server_killed_in_a_rebuild_starts_again_with_a_clean_directory() throws Exception {
    var directory = filled.copyTo(folder.resolve("data"));
    long milliseconds = millisecondsOf(directory.start("rebuild"));
    var random = new Random(SEED);
    int leftOvers = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process command;
      try (var server = Program.serve(directory.data())) {
        assertAnswers(server, directory);
        command = directory.start("rebuild");
        command.waitFor(random.nextLong(milliseconds / 4, milliseconds), TimeUnit.MILLISECONDS);
        server.kill();
      }
      assertThat(command.waitFor(60, TimeUnit.SECONDS)).as("the command ends").isTrue();
      leftOvers += directory.leftOvers().size();
    }

    try (var server = Program.serve(directory.data())) {
      assertAnswers(server, directory);
      var rebuilt = directory.run("rebuild");
      assertThat(rebuilt.exitCode()).as(rebuilt.errors()).isZero();
      assertAnswers(server, directory);
    }
    assertThat(leftOvers).as("kills in the middle").isPositive();
  }

  private static long millisecondsOf(Process process) throws InterruptedException {
    long start = System.nanoTime();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void what_a_killed_preparation_left_is_removed_by_the_next_start() throws Exception {
    var directory = onlyEvents("whole");
    long milliseconds = millisecondsOf(directory.start("rebuild", "--prepare"));
    var random = new Random(SEED);
    int leftOvers = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      var killed = onlyEvents("kill-" + kill);
      var process = killed.start("rebuild", "--prepare");
      process.waitFor(random.nextLong(milliseconds / 4, milliseconds), TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      leftOvers += killed.leftOvers().size();

      try (var server = ServerHere.on(killed.data())) {
        assertAnswers(server, killed);
      }
    }
    assertThat(leftOvers).as("kills in the middle").isPositive();
  }

  /** As it is where this version was never started. */
  private RebuildDirectory onlyEvents(String name) throws IOException {
    var directory = filled.copyTo(folder.resolve(name));
    for (var generation : directory.generations()) {
      Files.delete(directory.data().resolve(generation));
    }
    return directory;
  }

  @Test
  void a_full_disk_is_said_in_one_sentence_and_a_retry_works_when_there_is_room() throws Exception {
    long megabytes = (size(filled.data()) >> 20) + 12;
    var disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs",
        disk.toString()), "a small disk cannot be mounted here");
    try {
      var directory = filled.copyTo(disk.resolve("data"));
      var filler = disk.resolve("filler");
      Files.write(filler, new byte[11 << 20]);
      try (var server = Program.serve(directory.data())) {
        var refused = directory.run("rebuild");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors().strip()).hasLineCount(1).contains("full",
            "the read model is the one it was");
        assertAnswers(server, directory);

        Files.delete(filler);
        assertThat(isDone("mount", "-o", "remount,size=" + 4 * megabytes + "m", disk.toString()))
            .isTrue();
        var rebuilt = directory.run("rebuild");
        assertThat(rebuilt.exitCode()).as(rebuilt.errors()).isZero();
        assertAnswers(server, directory);
        server.stop();
      }
    } finally {
      assertThat(isDone("umount", "-l", disk.toString())).isTrue();
    }
  }

  private static boolean isDone(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  private static long size(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void beside_an_older_backup_of_the_events_the_read_model_is_built_anew() throws Exception {
    var directory = filled.copyTo(folder.resolve("data"));
    try (var server = Program.serve(directory.data())) {
      server.ask("POST", "/api/fractals", "{\"name\": \"Of tomorrow\"}");
      assertThat(server.get("/api/fractals")).hasSize(fractals.size() + 1);
      assertThat(server.stop()).isEqualTo(143);
    }

    for (var companion : new String[] {"events.db-wal", "events.db-shm"}) {
      Files.deleteIfExists(directory.data().resolve(companion));
    }
    Files.write(directory.data().resolve("events.db"),
        Files.readAllBytes(filled.data().resolve("events.db")));

    try (var server = ServerHere.on(directory.data())) {
      assertAnswers(server, directory);
    }
  }
}
