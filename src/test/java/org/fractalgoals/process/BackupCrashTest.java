package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.fractalgoals.eventstore.StoreView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups beside writers, and backups and restorations that are killed. */
class BackupCrashTest {

  private static final long ROWS = 8_000;
  private static final long SEED = 13;
  private static final int KILLS = Thoroughness.of(1, 50);
  private static final int WRITERS = 4;

  @TempDir static Path shared;
  private static RebuildDirectory filled = new RebuildDirectory(Path.of(""));

  @TempDir Path folder;

  @BeforeAll
  static void fill() throws Exception {
    filled = RebuildDirectory.filled(shared, ROWS);
  }

  private static long position(Path store) {
    try (var view = StoreView.ofFile(store, null)) {
      return view.head().position();
    }
  }

  private static void requireSound(RebuildDirectory directory) throws Exception {
    var verified = directory.run("verify", "--deep");
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_backup_beside_busy_writers_is_whole_and_can_be_restored() throws Exception {
    var directory = filled.copyTo(folder.resolve("data"));
    var out = folder.resolve("backup");
    long before = position(directory.data().resolve("events.db"));
    try (var server = Program.serve(directory.data())) {
      var stopped = new AtomicBoolean();
      var writers = IntStream.range(0, WRITERS).mapToObj(writer -> CompletableFuture
          .runAsync(() -> write(server, writer, stopped))).toList();
      var backup = directory.run("backup", out.toString());
      stopped.set(true);
      for (var writer : writers) {
        writer.get(30, TimeUnit.SECONDS);
      }
      assertThat(backup.errors()).isEmpty();
      assertThat(backup.exitCode()).isZero();
      assertThat(server.stop()).isEqualTo(143);
    }

    var restored = new RebuildDirectory(folder.resolve("restored"));
    assertThat(restored.run("restore-backup", out.toString()).errors()).isEmpty();
    assertThat(restored.run("rebuild").errors()).isEmpty();
    requireSound(restored);
    assertThat(position(out)).isBetween(before,
        position(directory.data().resolve("events.db")));
  }

  private static void write(Http server, int writer, AtomicBoolean stopped) {
    try {
      for (int each = 0; !stopped.get(); each++) {
        server.ask("POST", "/api/fractals", "{\"name\":\"%d of %d\"}".formatted(each, writer));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_backup_that_is_killed_leaves_none_or_a_whole_one() throws Exception {
    var directory = filled.copyTo(folder.resolve("data"));
    long milliseconds = millisecondsOf(
        directory.start("backup", folder.resolve("first").toString()));
    var random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      var out = folder.resolve("backup-" + kill);
      kill(directory.start("backup", out.toString()), random, milliseconds);
      if (Files.exists(out)) {
        assertThat(new RebuildDirectory(folder.resolve("from-" + kill))
            .run("restore-backup", out.toString()).errors()).isEmpty();
      }
      assertThat(directory.run("backup", out + "-again").errors()).isEmpty();
    }
    requireSound(directory);
  }

  @Test
  void a_restoration_that_is_killed_leaves_the_old_store_or_the_new_one() throws Exception {
    var backup = folder.resolve("backup");
    assertThat(filled.run("backup", backup.toString()).exitCode()).isZero();
    long backedUp = position(backup);
    var changed = filled.copyTo(folder.resolve("changed"));
    assertThat(changed.run("backup", folder.resolve("another").toString()).errors()).isEmpty();
    long present = position(changed.data().resolve("events.db"));
    long milliseconds = millisecondsOf(changed.copyTo(folder.resolve("whole"))
        .start("restore-backup", backup.toString()));
    var random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      var directory = changed.copyTo(folder.resolve("kill-" + kill));
      kill(directory.start("restore-backup", backup.toString()), random, milliseconds);

      assertThat(position(directory.data().resolve("events.db"))).isIn(backedUp, present);
      requireSound(directory);
      assertThat(directory.run("restore-backup", backup.toString()).errors()).isEmpty();
      assertThat(names(directory.data())).noneMatch(name -> name.contains("restoring"));
      assertThat(position(directory.data().resolve("events.db"))).isEqualTo(backedUp);
    }
  }

  private static long millisecondsOf(Process process) throws InterruptedException {
    long start = System.nanoTime();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static void kill(Process process, Random random, long milliseconds)
      throws InterruptedException {
    process.waitFor(random.nextLong(milliseconds / 3, milliseconds), TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
