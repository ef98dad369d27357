package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that no history speaks of. */
class LeftoversTest {

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.practised(folder.resolve("legacy.db")).row("activity_instances", "id",
        "i",
        "session_id", "s", "activity_definition_id", "a");
  }

  @Test
  void rows_of_unknown_tables_are_kept_and_flagged() throws Exception {
    keeps(file.execute("CREATE TABLE moods (id, mood)").row("moods", "id", "m", "mood", "good"),
        Flags.TABLE_UNKNOWN);
  }

  @Test
  void what_sqlite_keeps_for_itself_is_kept_without_a_flag() throws Exception {
    var run = MigrationRun.of(file
        .execute("CREATE TABLE moods (id INTEGER PRIMARY KEY AUTOINCREMENT)")
        .execute("INSERT INTO moods VALUES (7)").execute("DELETE FROM moods"));
    assertThat(run.events().kept()).singleElement().asString().startsWith(" {")
        .contains("sqlite_sequence");
  }

  @ParameterizedTest
  @CsvSource(value = {"v, gone, REF_MISSING(activity_instance_id)",
      "v, NULL, REF_MISSING(activity_instance_id)", "NULL, i, ID_UNUSABLE",
      "'', i, ID_UNUSABLE"}, nullValues = "NULL")
  void a_value_of_nobody_or_without_an_id_is_kept(@Nullable String id, @Nullable String instance,
      String flag) throws Exception {
    keeps(file.row("metric_values", "id", id, "activity_instance_id", instance,
        "metric_definition_id", "m", "value", 1.0), flag);
  }

  @Test
  void of_values_with_one_id_the_first_counts_whatever_they_are_of() throws Exception {
    file.row("sessions", "id", "t", "root_id", "top")
        .row("activity_instances", "id", "j", "session_id", "t", "activity_definition_id", "a")
        .row("metric_values", "id", "v", "activity_instance_id", "j", "metric_definition_id", "m",
            "value", 1.0)
        .row("metric_values", "id", "v", "activity_instance_id", "i", "metric_definition_id", "m",
            "value", 2.0);
    keeps(file, Flags.ID_DUPLICATE);
  }

  @Test
  void of_instances_with_one_id_the_first_counts_whichever_session_comes_first()
      throws Exception {
    keeps(file.row("sessions", "id", "before", "root_id", "top", "created_at",
        "2025-12-20 10:00:00.000000").row("activity_instances", "id", "i", "session_id", "before",
            "activity_definition_id", "a"),
        Flags.ID_DUPLICATE);
  }

  @ParameterizedTest
  @CsvSource({"session_goals (session_id) VALUES ('gone'), REF_MISSING(session_id)",
      "practice_session_goals (practice_session_id) VALUES ('gone'), REF_MISSING(practice_session_id)"})
  void a_link_of_nobody_is_kept(String row, String flag) throws Exception {
    keeps(file.execute("ALTER TABLE practice_session_goals DROP COLUMN id")
        .execute("INSERT INTO " + row), flag);
  }

  @Test
  void a_link_that_comes_twice_is_kept_once() throws Exception {
    file.row("session_goals", "session_id", "s", "goal_id", "top").row("session_goals",
        "session_id", "s", "goal_id", "top");
    keeps(file, Flags.ID_DUPLICATE);
  }

  @Test
  void what_is_planned_for_no_day_is_kept() throws Exception {
    keeps(file.row("scheduled_sessions", "id", "p", "day_id", "gone"),
        Flags.refMissing("day_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"goals", "sessions", "activity_groups", "activity_definitions",
      "session_templates", "programs", "program_blocks", "program_days", "notes",
      "metric_definitions", "split_definitions", "activity_instances"})
  void a_thing_without_an_id_is_kept(String table) throws Exception {
    keeps(file.row(table, "id", null), Flags.ID_UNUSABLE);
  }

  /** Just one row is kept, with this flag. */
  private static void keeps(LegacyDatabase database, String flag) throws SQLException {
    var run = MigrationRun.of(database);
    assertThat(run.events().kept()).singleElement().asString().startsWith(flag + " {");
    assertThat(run.events().payloads(RowKept.class)).hasSize(1);
  }
}
