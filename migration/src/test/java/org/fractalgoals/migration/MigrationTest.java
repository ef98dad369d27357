package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

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
    assertThat(run.result().stage()).isEqualTo(stage);
    assertThat(run.result().goals()).isEqualTo(2);
    assertThat(run.result().events()).isEqualTo(3).isEqualTo(run.events().all().size());
  }

  @Test
  void an_empty_legacy_database_becomes_no_event_at_all() throws Exception {
    var run = MigrationRun.of(Files.createFile(directory.resolve("goals.db")));
    assertThat(run.events().all()).isEmpty();
    assertThat(run.result().events()).isZero();
    assertThat(run.result().backup()).isEmptyFile();
    assertThat(MigrationReport.text(run.result())).contains("stage S00, 0 bytes",
        "It is an empty legacy database: there is nothing to import.");
  }

  @Test
  void a_database_without_goals_becomes_the_record_of_its_import() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S03).close();
    var run = MigrationRun.of(file);
    assertThat(run.result().goals()).isZero();
    assertThat(run.events().all()).hasSize(1);
  }

  @Test
  void every_row_of_every_table_is_counted() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S02).goal("top", null).goal("orphan", "gone")
        .goal("session", "top", "type", "PracticeSession")
        .execute("INSERT INTO activity_definitions (id) VALUES ('a'), ('b')")
        .execute("CREATE TABLE moods (mood)").execute("INSERT INTO moods VALUES ('good')").close();
    var result = MigrationRun.of(file).result();
    assertThat(result.tables()).containsExactly(new TableRows("activity_definitions", 2, 0, 0, 0),
        new TableRows("activity_instances", 0, 0, 0, 0), new TableRows("goals", 3, 1, 0, 0),
        new TableRows("metric_definitions", 0, 0, 0, 0), new TableRows("moods", 1, 0, 0, 0));
    assertThat(result.unknownTables()).containsExactly("moods");
  }

  @Test
  void unknown_columns_are_named_and_kept_with_the_row() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S16).execute("ALTER TABLE goals ADD COLUMN colour TEXT")
        .goal("g", null, "colour", "#ff0000").close();
    var run = MigrationRun.of(file);
    assertThat(run.result().unknownColumns()).containsExactly("colour");
    assertThat(MigrationRun.imported(run.events().of("g").get(0)).sourceRow())
        .contains("[\"colour\",\"text\",\"#ff0000\"]");
  }

  @Test
  void the_report_tells_what_was_read_and_written() throws Exception {
    var file = directory.resolve("goals.db");
    LegacyDatabase.of(file, Stage.S12).execute("CREATE TABLE moods (mood)")
        .execute("ALTER TABLE goals ADD COLUMN colour TEXT").goal("top", null, "root_id", "top")
        .goal("child", "top", "deadline", "2025-01-01").goal("a", "gone").goal("b", "gone")
        .goal(null, null).goal("session", "top", "type", "PracticeSession").close();
    var result = MigrationRun.of(file).result();
    assertThat(MigrationReport.text(result)).isEqualTo("""
      Read %s: stage S12, %d bytes, SHA-256 %s.
      The file is unchanged; a copy is kept as %s.
      Times without a zone were read in America/New_York or UTC, as the rules say.

      table                          rows   imported   left out
      activity_definitions              0          0          0
      activity_groups                   0          0          0
      activity_instances                0          0          0
      goals                             6          2          4
      metric_definitions                0          0          0
      moods                             0          0          0
      programs                          0          0          0
      scheduled_sessions                0          0          0
      split_definitions                 0          0          0

      2 goals in 1 fractal became 3 events, the record of this import among them.
      1 session among the goals left for later.
      1 goal left out, because the id is NULL, empty, binary or reserved: row 5
      2 goals left out, because the parent is not in the file: a, b
      Flag CHECK_VIOLATED(deadline) on 1 event.
      Flag CLOCK_ASSUMED(local) on 2 events.
      Flag ROOT_NULL_DERIVED on 1 event.
      Tables of no known stage, not read: moods.
      Columns of goals of no known stage, kept with the raw rows: colour.
      """.formatted(file, Files.size(file), result.sha256(), result.backup()));
  }
}
