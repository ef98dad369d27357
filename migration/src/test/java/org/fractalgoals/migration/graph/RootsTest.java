package org.fractalgoals.migration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which fractal the things of a file are in. There are two of them, {@code top} and {@code other}. */
class RootsTest {

  private static final EntityRef SESSION = EntityRef.session("s");

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.loose(folder.resolve("legacy.db")).goal("top", null, "root_id", "top")
        .goal("other", null, "root_id", "other").goal("goal", "top", "root_id", "top");
  }

  @Test
  void a_session_is_in_the_fractal_that_its_column_names() throws Exception {
    var run = MigrationRun.of(file.row("sessions", "id", "s", "root_id", "top"));
    assertThat(run.rootOf(SESSION)).isEqualTo("top");
    assertThat(run.flags(SESSION)).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void a_session_is_in_the_fractal_of_its_parent_whatever_its_column_names() throws Exception {
    var run = MigrationRun
        .of(file.goal("s", "goal", "type", "PracticeSession", "root_id", "other"));
    assertThat(run.rootOf(SESSION)).isEqualTo("top");
    assertThat(run.flags(SESSION)).contains(Flags.ROOT_CONTRADICTED);
  }

  @Test
  void a_session_that_names_nothing_is_in_the_fractal_of_its_oldest_link_to_a_short_term_goal()
      throws Exception {
    var run = MigrationRun.of(file.goal("older", "other").row("sessions", "id", "s")
        .row("session_goals", "session_id", "s", "goal_id", "goal", "goal_type", "short_term",
            "created_at", "2026-01-08 10:00:00.000000")
        .row("session_goals", "session_id", "s", "goal_id", "older", "goal_type", "short_term",
            "created_at", "2026-01-07 10:00:00.000000")
        .row("session_goals", "session_id", "s", "goal_id", "top", "goal_type", "immediate",
            "created_at", "2026-01-06 10:00:00.000000"));
    assertThat(run.rootOf(SESSION)).isEqualTo("other");
    assertThat(run.events().only(SessionCreated.class).parent())
        .isEqualTo(EntityRef.goal("older"));
    assertThat(run.flags(SESSION)).contains(Flags.PARENT_FROM_LINK, Flags.ROOT_NULL_DERIVED);
  }

  @Test
  void a_link_to_a_goal_of_another_fractal_is_no_parent() throws Exception {
    var run = MigrationRun.of(file.row("sessions", "id", "s", "root_id", "other")
        .row("practice_session_goals", "practice_session_id", "s", "short_term_goal_id", "goal"));
    assertThat(run.rootOf(SESSION)).isEqualTo("other");
    assertThat(run.events().only(SessionCreated.class).parent()).isNull();
    assertThat(run.flags(SESSION)).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void a_session_that_is_its_own_root_is_in_the_fractal_of_what_it_serves() throws Exception {
    var run = MigrationRun.of(file.goal("s", null, "type", "PracticeSession", "root_id", "s")
        .row("practice_session_goals", "practice_session_id", "s", "short_term_goal_id", "goal"));
    assertThat(run.rootOf(SESSION)).isEqualTo("top");
    assertThat(run.flags(SESSION)).contains(Flags.ROOT_SELF, Flags.PARENT_FROM_LINK);
  }

  @Test
  void a_session_of_which_nothing_tells_the_fractal_has_one_of_its_own() throws Exception {
    var run = MigrationRun.of(file.row("sessions", "id", "s"));
    assertThat(run.rootOf(SESSION)).isEqualTo("s");
    assertThat(run.flags(SESSION)).contains(Flags.ROOT_MISSING);
    assertThat(run.events().missing()).containsExactly(EntityRef.goal("s"));
  }

  @Test
  void a_goal_below_a_session_that_is_linked_to_it_is_presumed_until_it_is_told() throws Exception {
    var run = MigrationRun.of(file.row("sessions", "id", "s", "root_id", "top")
        .goal("below", "s", "root_id", "top")
        .row("session_goals", "session_id", "s", "goal_id", "below", "goal_type", "short_term"));
    assertThat(run.rootOf(SESSION)).isEqualTo("top");
    assertThat(run.rootOf(EntityRef.goal("below"))).isEqualTo("top");
    assertThat(run.events().created("below").parent()).isEqualTo(SESSION);
    assertThat(run.events().only(SessionCreated.class).parent()).isNull();
    assertThat(run.events().missing()).containsExactly(EntityRef.goal("below"));
  }

  @Test
  void on_a_cycle_through_a_session_the_oldest_stands_at_the_top() throws Exception {
    var run = MigrationRun.of(file
        .goal("s", "below", "type", "PracticeSession", "root_id", "top", "created_at",
            "2025-12-20 10:00:00.000000")
        .goal("below", "s", "root_id", "top"));
    assertThat(run.flags(SESSION)).contains(Flags.PARENT_ON_CYCLE);
    assertThat(run.events().only(SessionCreated.class).parent()).isNull();
    assertThat(run.events().created("below").parent()).isEqualTo(SESSION);
    assertThat(run.rootOf(EntityRef.goal("below"))).isEqualTo(run.rootOf(SESSION));
  }

  @ParameterizedTest
  @CsvSource({"activity_groups, GROUP", "activity_definitions, ACTIVITY",
      "session_templates, TEMPLATE", "programs, PROGRAM", "notes, NOTE"})
  void what_belongs_to_a_fractal_only_is_where_its_column_says(String table, Kind kind)
      throws Exception {
    var run = MigrationRun.of(file.row(table, "id", "in", "root_id", "top")
        .row(table, "id", "below", "root_id", "goal").row(table, "id", "lost", "root_id", "gone")
        .row(table, "id", "none"));
    assertThat(run.rootOf(new EntityRef(kind, "in"))).isEqualTo("top");
    assertThat(run.rootOf(new EntityRef(kind, "below"))).isEqualTo("top");
    assertThat(run.rootOf(new EntityRef(kind, "lost"))).isEqualTo("gone");
    assertThat(run.rootOf(new EntityRef(kind, "none"))).isEqualTo("none");
    assertThat(run.flags(new EntityRef(kind, "in")))
        .noneMatch(flag -> flag.contains("root") || flag.contains("ROOT"));
    assertThat(run.flags(new EntityRef(kind, "below"))).contains(Flags.ROOT_CONTRADICTED);
    assertThat(run.flags(new EntityRef(kind, "lost"))).contains(Flags.ROOT_MISSING);
    assertThat(run.flags(new EntityRef(kind, "none"))).contains(Flags.ROOT_MISSING);
    assertThat(run.events().missing()).containsExactlyInAnyOrder(EntityRef.goal("gone"),
        EntityRef.goal("none"));
  }

  @Test
  void an_activity_that_names_no_fractal_is_in_that_of_its_group() throws Exception {
    var run = MigrationRun.of(file.row("activity_groups", "id", "group", "root_id", "top")
        .row("activity_definitions", "id", "a", "group_id", "group"));
    assertThat(run.rootOf(EntityRef.activity("a"))).isEqualTo("top");
    assertThat(run.flags(EntityRef.activity("a"))).contains(Flags.ROOT_NULL_DERIVED);
  }

  @Test
  void a_note_is_in_the_fractal_of_what_it_is_about() throws Exception {
    var run = MigrationRun.of(file.row("notes", "id", "n", "root_id", "other", "context_type",
        "goal", "context_id", "goal"));
    assertThat(run.rootOf(EntityRef.note("n"))).isEqualTo("top");
    assertThat(run.flags(EntityRef.note("n"))).contains(Flags.ROOT_CONTRADICTED);
  }

  @ParameterizedTest
  @CsvSource({"session, SESSION", "goal, GOAL", "activity_definition, ACTIVITY"})
  void a_note_about_something_missing_is_in_the_fractal_it_names(String type, Kind kind)
      throws Exception {
    var run = MigrationRun.of(file.row("notes", "id", "n", "root_id", "top", "context_type", type,
        "context_id", "gone"));
    assertThat(run.rootOf(EntityRef.note("n"))).isEqualTo("top");
    assertThat(run.events().missing()).containsExactly(new EntityRef(kind, "gone"));
    assertThat(run.flags(EntityRef.note("n"))).contains(Flags.refMissing("context_id"))
        .doesNotContain(Flags.ROOT_CONTRADICTED);
  }

  @Test
  void missing_fractals_are_kept_apart() throws Exception {
    for (int i = 0; i < 59; i++) {
      file.row("activity_groups", "id", "g" + i, "root_id", "gone" + i, "name", "Group");
    }
    var run = MigrationRun.of(file);
    assertThat(run.events().missing()).hasSize(59).doesNotHaveDuplicates();
    for (int i = 0; i < 59; i++) {
      assertThat(run.rootOf(EntityRef.group("g" + i))).isEqualTo("gone" + i);
      assertThat(run.flags(EntityRef.group("g" + i))).doesNotContain(Flags.DUPLICATE_NAME);
    }
  }
}
