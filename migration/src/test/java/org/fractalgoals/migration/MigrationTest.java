package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class MigrationTest {

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "S00")
  void the_goals_of_every_stage_become_events(Stage stage) throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, stage).goal("top", null).goal("child", "top").close();
    var run = MigrationRun.of(file);
    assertThat(run.result().file().stage()).isEqualTo(stage);
    assertThat(run.events().creations()).hasSize(2);
    assertThat(run.result().events()).isEqualTo(4).isEqualTo(run.events().all().size());
  }

  @Test
  void an_empty_legacy_database_becomes_no_event_at_all() throws Exception {
    var run = MigrationRun.of(Files.createFile(directory.resolve("goals.db")));
    assertThat(run.events().all()).isEmpty();
    assertThat(run.result().events()).isZero();
    assertThat(run.result().file().backup()).isEmptyFile();
  }

  @Test
  void a_database_without_goals_becomes_the_record_of_its_import() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S03).close();
    var run = MigrationRun.of(file);
    assertThat(run.events().payloads()).extracting(Object::getClass)
        .containsExactly(SchemaKept.class, LegacyFileImported.class);
  }

  @Test
  void every_row_of_every_table_is_counted() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S02).goal("top", null).goal("orphan", "gone")
        .goal("session", "top", "type", "PracticeSession")
        .execute("INSERT INTO activity_definitions (id) VALUES ('a'), ('b')")
        .execute("CREATE TABLE moods (mood)").execute("INSERT INTO moods VALUES ('good')").close();
    var result = MigrationRun.of(file).result();
    assertThat(result.tables()).containsExactly(new TableRows("activity_definitions", 2, 2, 0, 0),
        new TableRows("activity_instances", 0, 0, 0, 0), new TableRows("goals", 3, 3, 0, 0),
        new TableRows("metric_definitions", 0, 0, 0, 0), new TableRows("moods", 1, 0, 1, 0));
    assertThat(result.unknownTables()).containsExactly("moods");
  }

  @Test
  void unknown_columns_are_named_and_kept_with_the_row() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S16).execute("ALTER TABLE goals ADD COLUMN colour TEXT")
        .goal("g", null, "colour", "#ff0000").close();
    var run = MigrationRun.of(file);
    assertThat(run.result().unknownColumns()).contains("goals.colour");
    assertThat(MigrationRun.imported(run.events().of("g").get(0)).sourceRow())
        .contains("[\"colour\",\"text\",\"#ff0000\"]");
  }
}
