package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of things with one name the oldest that lives has it. */
class NamesTest {

  private static final String EARLY = "2026-01-07 10:00:00.000000";
  private static final String LATE = "2026-01-09 10:00:00.000000";

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.loose(folder.resolve("legacy.db")).goal("top", null, "root_id", "top")
        .goal("other", null, "root_id", "other");
  }

  @ParameterizedTest
  @CsvSource({"activity_groups, GROUP", "activity_definitions, ACTIVITY",
      "session_templates, TEMPLATE"})
  void the_later_of_two_that_live_in_one_fractal_is_flagged(String table, Kind kind)
      throws Exception {
    var run = MigrationRun.of(file
        .row(table, "id", "later", "root_id", "top", "name", "Name", "created_at", LATE)
        .row(table, "id", "first", "root_id", "top", "name", "Name", "created_at", EARLY)
        .row(table, "id", "case", "root_id", "top", "name", "name", "created_at", LATE)
        .row(table, "id", "elsewhere", "root_id", "other", "name", "Name", "created_at", LATE));
    assertThat(run.flags(new EntityRef(kind, "later"))).contains(Flags.DUPLICATE_NAME);
    for (var id : new String[] {"first", "case", "elsewhere"}) {
      assertThat(run.flags(new EntityRef(kind, id))).doesNotContain(Flags.DUPLICATE_NAME);
    }
  }

  @Test
  void a_deleted_thing_has_no_name_to_take() throws Exception {
    var run = MigrationRun.of(file
        .row("activity_groups", "id", "first", "root_id", "top", "name", "Name", "created_at",
            EARLY, "deleted_at", "2026-01-08 10:00:00.000000")
        .row("activity_groups", "id", "later", "root_id", "top", "name", "Name", "created_at",
            LATE));
    assertThat(run.flags(EntityRef.group("later"))).doesNotContain(Flags.DUPLICATE_NAME);
  }

  @Test
  void what_may_have_any_name_is_not_flagged() throws Exception {
    var run = MigrationRun.of(file.goal("goal", "top", "name", "Goal other")
        .row("programs", "id", "p", "root_id", "top", "name", "Name")
        .row("programs", "id", "q", "root_id", "top", "name", "Name")
        .row("sessions", "id", "s", "root_id", "top", "name", "Name")
        .row("sessions", "id", "t", "root_id", "top", "name", "Name"));
    assertThat(run.result().flags()).doesNotContainKey(Flags.DUPLICATE_NAME);
  }

  @ParameterizedTest
  @CsvSource({"metric_definitions, METRIC", "split_definitions, SPLIT"})
  void parts_of_an_activity_have_their_names_in_it(String table, Kind kind) throws Exception {
    var run = MigrationRun.of(file
        .row("activity_definitions", "id", "a", "root_id", "top", "name", "A")
        .row("activity_definitions", "id", "b", "root_id", "top", "name", "B")
        .row(table, "id", "later", "activity_id", "a", "name", "Name", "created_at", LATE)
        .row(table, "id", "first", "activity_id", "a", "name", "Name", "created_at", EARLY)
        .row(table, "id", "elsewhere", "activity_id", "b", "name", "Name", "created_at", LATE));
    assertThat(run.flags(new EntityRef(kind, "later"))).contains(Flags.DUPLICATE_NAME);
    assertThat(run.flags(new EntityRef(kind, "first"))).doesNotContain(Flags.DUPLICATE_NAME);
    assertThat(run.flags(new EntityRef(kind, "elsewhere"))).doesNotContain(Flags.DUPLICATE_NAME);
  }
}
