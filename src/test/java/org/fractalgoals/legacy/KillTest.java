package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.fractalgoals.process.Program;
import org.fractalgoals.process.Thoroughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A migration that is killed leaves the old state or the new one; a repeat ends as if nothing had happened. */
class KillTest {

  private static final int KILLS = Thoroughness.of(12, 100);
  private static final int ROWS = 1_000;
  private static final long SEED = 20_260_114;

  @TempDir Path folder;

  /** All that stands in a migrated directory, save for what differs from run to run: ids of the run. */
  private record Outcome(Map<String, List<String>> readModel, Map<String, List<String>> legacy,
      long position) {

    static Outcome of(DataDirectory directory) throws Exception {
      var status = directory.status();
      var readModel = Cells.of(Path.of(status.at("/readModel/file").asString()),
          "deleted_by");
      readModel.remove("projection");
      return new Outcome(readModel, Cells.of(directory.exportLegacy()),
          status.get("position").asLong());
    }

    void requireEqual(Outcome expected) {
      assertThat(position).isEqualTo(expected.position);
      Cells.requireEqual(readModel, expected.readModel);
      Cells.requireEqual(legacy, expected.legacy);
    }
  }

  @Test
  void a_killed_migration_left_nothing_or_all_and_a_repeat_completes_it() throws Exception {
    var file = folder.resolve("legacy.db");
    LegacyFileGenerator.write(file, ROWS, SEED);
    var clean = new DataDirectory(Files.createDirectory(folder.resolve("clean")));
    long milliseconds = migrateWithin(clean, file, TimeUnit.MINUTES.toMillis(2));
    var expected = Outcome.of(clean);

    var random = new Random(SEED);
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      var directory = new DataDirectory(Files.createDirectory(folder.resolve("kill-" + kill)));
      migrateWithin(directory, file, random.nextLong(milliseconds + 1));
      if (Files.exists(directory.data().resolve("events.db"))) {
        assertThat(directory.status().get("position").asLong()).isEqualTo(expected.position);
      } else {
        before++;
      }

      var report = directory.run("migrate", file.toString());
      assertThat(report.exitCode()).as(report.errors()).isZero();
      Outcome.of(directory).requireEqual(expected);
      FileSystemUtils.deleteRecursively(directory.folder());
    }
    assertThat(before).as("kills before anything was in place").isPositive();
  }

  /** Runs the real program and kills it after some time, unless it ended; answers how long it ran, in milliseconds. */
  private static long migrateWithin(DataDirectory directory, Path file, long milliseconds)
      throws Exception {
    long start = System.nanoTime();
    var process = Program
        .process("migrate", file.toString(), "--data", directory.data().toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      process.waitFor();
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
