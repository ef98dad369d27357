package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands for things that a file refers to and does not have. */
class PlaceholdersTest {

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.practised(folder.resolve("legacy.db"));
  }

  @Test
  void an_activity_is_presumed_in_the_fractal_of_the_session() throws Exception {
    var run = migrate(instance("i", "s", "gone"));
    presumed(run, EntityRef.activity("gone"), null, EntityRef.activity("gone"));
    assertThat(run.flags(EntityRef.instance("i"))).contains(Flags.refMissing("activity_id"));
  }

  @Test
  void a_metric_and_a_split_are_presumed_under_the_activity_of_the_instance() throws Exception {
    var run = migrate(instance("i", "s", "a").row("metric_values", "id", "v",
        "activity_instance_id", "i", "metric_definition_id", "m", "split_definition_id", "half",
        "value", 1.5));
    presumed(run, EntityRef.metric("m"), EntityRef.activity("a"), EntityRef.activity("a"));
    presumed(run, EntityRef.split("half"), EntityRef.activity("a"), EntityRef.activity("a"));
    assertThat(run.events().missing()).hasSize(2);
  }

  @Test
  void a_metric_whose_activity_is_missing_too_has_a_placeholder_above_it() throws Exception {
    var run = migrate(instance("i", "s", "gone").row("metric_values", "id", "v",
        "activity_instance_id", "i", "metric_definition_id", "m", "value", 1.5));
    assertThat(run.events().missing()).containsExactly(EntityRef.activity("gone"),
        EntityRef.metric("m"));
    presumed(run, EntityRef.metric("m"), EntityRef.activity("gone"), EntityRef.activity("gone"));
  }

  @Test
  void a_metric_of_no_activity_stands_under_one_that_has_its_id() throws Exception {
    var run = migrate(file.row("metric_definitions", "id", "m", "root_id", "top", "name", "Reps"));
    presumed(run, EntityRef.activity("m"), null, EntityRef.activity("m"));
    assertThat(run.rootOf(EntityRef.metric("m"))).isEqualTo("top");
    assertThat(run.flags(EntityRef.metric("m"))).contains(Flags.refMissing("activity_id"));
  }

  @Test
  void a_metric_of_a_missing_activity_stands_under_its_placeholder() throws Exception {
    var run = migrate(file.row("metric_definitions", "id", "m", "root_id", "top", "activity_id",
        "gone").row("split_definitions", "id", "half", "root_id", "top", "activity_id", "gone"));
    assertThat(run.events().missing()).containsExactly(EntityRef.activity("gone"));
    assertThat(run.events().beginning(EntityRef.metric("m")).payload().stream())
        .isEqualTo("activity/gone");
    assertThat(run.flags(EntityRef.split("half"))).contains(Flags.refMissing("activity_id"));
  }

  @Test
  void a_group_is_presumed_in_the_fractal_of_the_activity() throws Exception {
    var run = migrate(file.row("activity_definitions", "id", "b", "root_id", "top", "group_id",
        "gone").row("activity_definitions", "id", "c", "root_id", "top", "group_id", "gone"));
    presumed(run, EntityRef.group("gone"), null, EntityRef.group("gone"));
    assertThat(run.flags(EntityRef.activity("b"))).contains(Flags.refMissing("group_id"));
  }

  @Test
  void a_planned_template_is_presumed_in_the_fractal_of_the_program() throws Exception {
    var run = migrate(file.row("programs", "id", "p", "root_id", "top")
        .row("program_blocks", "id", "b", "program_id", "p")
        .row("program_days", "id", "d", "block_id", "b").row("program_day_templates",
            "program_day_id", "d", "session_template_id", "gone"));
    presumed(run, EntityRef.template("gone"), null, EntityRef.template("gone"));
  }

  @Test
  void a_block_whose_program_is_missing_stands_under_its_placeholder() throws Exception {
    var run = migrate(file.row("program_blocks", "id", "b", "program_id", "gone")
        .row("program_days", "id", "d", "block_id", "b"));
    assertThat(run.events().missing()).containsExactly(EntityRef.goal("gone"),
        EntityRef.program("gone"));
    assertThat(run.flags(EntityRef.block("b"))).contains(Flags.refMissing("program_id"));
    assertThat(run.rootOf(EntityRef.day("d"))).isEqualTo("gone");
    assertThat(run.flags(EntityRef.day("d"))).doesNotContain(Flags.refMissing("block_id"));
  }

  @Test
  void a_day_whose_block_is_missing_stands_under_placeholders_for_block_and_program()
      throws Exception {
    var run = migrate(file.row("program_days", "id", "d", "block_id", "gone"));
    presumed(run, EntityRef.block("gone"), EntityRef.program("gone"), EntityRef.program("gone"));
    presumed(run, EntityRef.program("gone"), null, EntityRef.program("gone"));
    assertThat(run.flags(EntityRef.day("d"))).contains(Flags.refMissing("block_id"));
  }

  @Test
  void blocks_and_days_that_name_nothing_stand_under_what_has_their_ids() throws Exception {
    var run = migrate(file.row("program_blocks", "id", "b").row("program_days", "id", "d"));
    assertThat(run.events().beginning(EntityRef.block("b")).payload().stream())
        .isEqualTo("program/b");
    assertThat(run.events().beginning(EntityRef.day("d")).payload().stream())
        .isEqualTo("program/d");
    presumed(run, EntityRef.block("d"), EntityRef.program("d"), EntityRef.program("d"));
  }

  @Test
  void parts_that_name_nothing_may_have_the_id_of_something_that_is_there() throws Exception {
    var run = migrate(file.row("metric_definitions", "id", "a").row("split_definitions", "id", "a")
        .row("activity_instances", "id", "s", "activity_definition_id", "a")
        .row("programs", "id", "p", "root_id", "top").row("program_blocks", "id", "p")
        .row("program_days", "id", "p").row("programs", "id", "q", "root_id", "top")
        .row("program_days", "id", "q"));
    assertThat(run.events().missing()).containsExactly(EntityRef.program("q"),
        EntityRef.block("q"));
    assertThat(run.events().kept()).isEmpty();
    assertThat(run.flags(EntityRef.metric("a"))).contains(Flags.refMissing("activity_id"));
    assertThat(run.flags(EntityRef.block("p"))).contains(Flags.refMissing("program_id"));
    assertThat(run.flags(EntityRef.day("p"))).contains(Flags.refMissing("block_id"));
    assertThat(run.flags(EntityRef.instance("s"))).contains(Flags.refMissing("session_id"));
  }

  @Test
  void an_instance_without_a_session_stands_in_one_that_has_its_id() throws Exception {
    var run = migrate(file.row("activity_instances", "id", "i", "root_id", "top",
        "activity_definition_id", "a"));
    presumed(run, EntityRef.session("i"), null, EntityRef.session("i"));
    assertThat(run.rootOf(EntityRef.instance("i"))).isEqualTo("top");
    assertThat(run.flags(EntityRef.instance("i"))).contains(Flags.SESSION_MISSING);
  }

  @Test
  void an_instance_of_a_missing_session_is_in_the_fractal_of_its_activity() throws Exception {
    var run = migrate(instance("i", "gone", "a"));
    presumed(run, EntityRef.session("gone"), null, EntityRef.session("gone"));
    assertThat(run.rootOf(EntityRef.instance("i"))).isEqualTo("top");
  }

  @Test
  void a_note_about_an_instance_that_is_missing_is_about_what_else_it_names() throws Exception {
    var run = migrate(file
        .row("notes", "id", "n", "root_id", "top", "context_type", "activity_instance",
            "context_id", "gone", "session_id", "s")
        .row("notes", "id", "o", "root_id", "top", "context_type", "set", "context_id", "gone"));
    assertThat(run.events().missing()).isEmpty();
    assertThat(run.events().beginning(EntityRef.note("n")).payload().changes().getFirst())
        .isInstanceOfSatisfying(EntityChange.Added.class,
            added -> assertThat(added.parent()).isEqualTo(EntityRef.session("s")));
    assertThat(run.flags(EntityRef.note("o"))).contains(Flags.refMissing("context_id"));
  }

  @Test
  void a_linked_goal_is_presumed_below_the_root_of_the_session() throws Exception {
    var run = migrate(file.row("session_goals", "session_id", "s", "goal_id", "gone", "goal_type",
        "immediate"));
    presumed(run, EntityRef.goal("gone"), EntityRef.goal("top"), EntityRef.goal("gone"));
  }

  @Test
  void what_is_told_later_needs_no_placeholder() throws Exception {
    var run = migrate(instance("i", "s", "b").row("activity_definitions", "id", "b", "root_id",
        "top", "created_at", "2026-01-30 10:00:00.000000"));
    assertThat(run.events().missing()).isEmpty();
  }

  private LegacyDatabase instance(String id, String session, String activity)
      throws SQLException {
    return file.row("activity_instances", "id", id, "session_id", session,
        "activity_definition_id", activity);
  }

  private static MigrationRun migrate(LegacyDatabase database) throws SQLException {
    var run = MigrationRun.of(database);
    ReferencesInTime.require(run);
    return run;
  }

  private static void presumed(MigrationRun run, EntityRef thing, @Nullable EntityRef parent,
      EntityRef owner) {
    assertThat(run.events().payloads(ThingFoundMissing.class))
        .filteredOn(missing -> missing.thing().equals(thing)).singleElement()
        .satisfies(missing -> {
          assertThat(missing.parent()).isEqualTo(parent);
          assertThat(missing.owner()).isEqualTo(owner);
        });
  }
}
