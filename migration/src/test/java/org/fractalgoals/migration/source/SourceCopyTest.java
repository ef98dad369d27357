package org.fractalgoals.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.assertj.core.api.AbstractStringAssert;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCopyTest {

  /** By the clock of the store, whose zone is New York. */
  private static final String BACKUP = "goals.db.backup_20260201_073045";

  @TempDir Path directory;

  private Path file;
  private Path data;

  @BeforeEach
  void createFile() throws Exception {
    file = directory.resolve("goals.db");
    data = directory.resolve("not there/yet ?&%41#");
    LegacyDatabase.of(file, Stage.S16).goal("g", null).close();
  }

  @Test
  void the_file_is_copied_to_the_backups_and_not_touched() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-13T08:23:00Z")));
    var bytes = Files.readAllBytes(file);
    try (var copy = SourceCopy.of(file, data, MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      assertThat(copy.backup()).isEqualTo(data.resolve("backups").resolve(BACKUP))
          .hasBinaryContent(bytes);
      assertThat(copy.bytes()).isEqualTo(bytes.length);
      assertThat(copy.sha256()).isEqualTo(FileHash.of(file)).hasSize(64);
      assertThat(ids(legacy)).containsExactly("g");
    }
    assertThat(file).hasBinaryContent(bytes);
    assertThat(Files.getLastModifiedTime(file))
        .isEqualTo(FileTime.from(Instant.parse("2026-01-13T08:23:00Z")));
    assertThat(namesIn(directory)).containsExactly("goals.db", "not there");
  }

  @Test
  void only_the_backup_stays() throws Exception {
    copyAndClose();
    assertThat(namesIn(data)).containsExactly("backups");
    assertThat(namesIn(data.resolve("backups"))).containsExactly(BACKUP);
  }

  @Test
  void a_second_backup_in_the_same_second_replaces_nothing() throws Exception {
    copyAndClose();
    copyAndClose();
    assertThat(namesIn(data.resolve("backups"))).containsExactly(BACKUP, BACKUP + "_2");
  }

  @Test
  void what_a_killed_run_left_behind_is_removed() throws Exception {
    Files.createDirectories(data.resolve(".migrating"));
    Files.writeString(data.resolve(".migrating/legacy.db"), "half");
    Files.createDirectories(data.resolve("backups"));
    Files.writeString(data.resolve("backups/goals.db.partial"), "half");
    copyAndClose();
    assertThat(namesIn(data)).containsExactly("backups");
    assertThat(namesIn(data.resolve("backups"))).containsExactly(BACKUP);
  }

  @Test
  void a_file_with_a_write_ahead_log_is_refused_and_nothing_is_written() throws Exception {
    try (var open = LegacyDatabase.of(directory.resolve("wal.db"), Stage.S16)) {
      open.execute("PRAGMA journal_mode = WAL").goal("in the log", null);
      var log = Files.readAllBytes(directory.resolve("wal.db-wal"));

      assertThatFails(directory.resolve("wal.db")).contains("write-ahead log", "sqlite3");
      assertThat(directory.resolve("wal.db-wal")).hasBinaryContent(log);
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void an_interrupted_transaction_is_rolled_back_in_the_copy_only() throws Exception {
    var source = directory.resolve("hot.db");
    try (var open = LegacyDatabase.of(directory.resolve("live.db"), Stage.S16)) {
      open.goal("committed", null).execute("PRAGMA cache_size = 1")
          .execute("PRAGMA cache_spill = 1").execute("BEGIN");
      for (int row = 0; row < 200; row++) {
        open.goal("never committed " + row, null, "description", "x".repeat(4000));
      }
      Files.copy(directory.resolve("live.db"), source);
      Files.copy(directory.resolve("live.db-journal"), directory.resolve("hot.db-journal"));
    }
    var bytes = Files.readAllBytes(source);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("never committed");
    try (var copy = SourceCopy.of(source, data, MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      assertThat(ids(legacy)).containsExactly("committed");
    }
    assertThat(source).hasBinaryContent(bytes);
    assertThat(directory.resolve("hot.db-journal")).exists();
  }

  @Test
  void a_missing_file_and_a_directory_are_refused() {
    assertThatFails(directory.resolve("nowhere.db"))
        .isEqualTo("There is no file %s.".formatted(directory.resolve("nowhere.db")));
    assertThatFails(directory).isEqualTo("%s is not a file.".formatted(directory));
    assertThat(data).doesNotExist();
  }

  @Test
  void what_is_no_database_is_refused() throws Exception {
    var text = Files.writeString(directory.resolve("text.db"), "Dear diary, ".repeat(500));
    assertThatFails(text).isEqualTo("The file %s is not a SQLite database.".formatted(text));
  }

  @Test
  void a_database_of_another_program_is_refused() throws Exception {
    var other = directory.resolve("other.db");
    LegacyDatabase.empty(other).execute("CREATE TABLE cookies (a)").close();
    assertThatFails(other).contains("is not one of the legacy application")
        .contains("no table \"goals\"");
  }

  @Test
  void a_file_cut_short_and_a_damaged_one_are_refused() throws Exception {
    var bytes = Files.readAllBytes(file);
    var half = Files.write(directory.resolve("half.db"),
        Arrays.copyOf(bytes, bytes.length / 2));
    var header = Files.write(directory.resolve("header.db"), Arrays.copyOf(bytes, 50));
    Arrays.fill(bytes, 4096, 8192, (byte) 0x5a);
    var damaged = Files.write(directory.resolve("damaged.db"), bytes);
    assertThatFails(half).startsWith("The file %s is damaged or cut short: ".formatted(half));
    assertThatFails(damaged)
        .startsWith("The file %s is damaged or cut short: ".formatted(damaged));
    assertThatFails(header).startsWith("The file %s is ".formatted(header));
    assertThat(data.resolve(".migrating")).doesNotExist();
  }

  @Test
  void rows_that_break_their_declaration_are_no_damage() throws Exception {
    var loose = directory.resolve("loose.db");
    try (var open = LegacyDatabase.of(loose, Stage.S02)) {
      open.execute("CREATE TABLE strict_once (a INTEGER CHECK (a > 0))")
          .execute("PRAGMA ignore_check_constraints = ON")
          .execute("INSERT INTO strict_once VALUES (-1)");
    }
    try (var copy = SourceCopy.of(loose, data, MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      assertThat(legacy.rows("strict_once")).hasSize(1);
    }
  }

  @Test
  void a_file_that_another_process_is_writing_is_refused() throws Exception {
    var writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
        HoldsWriteLock.class.getName(), file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var said = writer.inputReader(); var told = writer.outputWriter()) {
      assertThat(said.readLine()).isEqualTo("locked");
      assertThatFails(file).isEqualTo(
          "The file %s is locked: another program is writing it; stop that program, then try again."
              .formatted(file));
      told.flush();
    } finally {
      writer.waitFor();
    }
    assertThat(namesIn(directory)).containsExactly("goals.db");
    copyAndClose();
  }

  private void copyAndClose() {
    SourceCopy.of(file, data, MigrationRun.clock()).close();
  }

  private AbstractStringAssert<?> assertThatFails(Path source) {
    var failure = assertThatExceptionOfType(MigrationFailed.class).isThrownBy(() -> {
      try (var copy = SourceCopy.of(source, data, MigrationRun.clock());
          var legacy = LegacyFile.open(copy)) {
        ids(legacy);
      }
    }).actual();
    return assertThat(String.valueOf(failure.getMessage()));
  }

  private static List<String> ids(LegacyFile legacy) {
    return legacy.rows("goals").stream().map(SourceCopyTest::id).toList();
  }

  private static String id(LegacyRow row) {
    return String.valueOf(row.text("id"));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }
}
