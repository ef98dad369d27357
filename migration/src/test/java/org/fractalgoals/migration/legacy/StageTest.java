package org.fractalgoals.migration.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StageTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S00")
  void a_stage_is_told_by_its_tables_and_columns(Stage stage) throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, stage).goal("g", null).close();
    assertThat(stageOf(file)).isEqualTo(stage);
  }

  @Test
  void unknown_tables_and_columns_do_not_matter() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S12).execute("CREATE TABLE moods (mood TEXT)")
        .execute("ALTER TABLE goals ADD COLUMN colour TEXT").close();
    assertThat(stageOf(file)).isEqualTo(Stage.S12);
  }

  @Test
  void a_file_of_no_bytes_and_a_database_of_no_tables_are_empty_legacy_databases()
      throws Exception {
    var nothing = Files.createFile(directory.resolve("nothing.db"));
    var noTables = directory.resolve("no-tables.db");
    LegacyDatabase.empty(noTables).execute("PRAGMA user_version = 1").close();
    assertThat(stageOf(nothing)).isEqualTo(Stage.S00);
    assertThat(Files.size(noTables)).isPositive();
    assertThat(stageOf(noTables)).isEqualTo(Stage.S00);
  }

  private Stage stageOf(Path file) {
    try (var copy = SourceCopy.of(file, directory.resolve("data"), MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      return legacy.stage();
    }
  }
}
