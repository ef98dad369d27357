package org.fractalgoals.migration.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.ProgramEvent;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.fractalgoals.migration.testing.MigrationRun.PlainText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramInterpreterTest {

  private static final EntityRef PROGRAM = EntityRef.program("p");
  private static final EntityRef BLOCK = EntityRef.block("b");
  private static final EntityRef DAY = EntityRef.day("d");

  @TempDir Path folder;
  private LegacyDatabase file;

  @BeforeEach
  void createFile() throws SQLException {
    file = LegacyDatabase.loose(folder.resolve("legacy.db")).goal("top", null)
        .row("session_templates", "id", "t", "root_id", "top", "template_data", "{}");
  }

  @Test
  void each_column_of_a_program_is_told() throws Exception {
    var run = MigrationRun.of(program("name", "Winter", "description", "cold", "start_date",
        "2026-01-05 00:00:00.000000", "end_date", "2026-02-01 12:30:00.000000", "is_active", 0,
        "goal_ids", "[\"top\", \"top\"]", "weekly_schedule", "[ {} ]", "created_at",
        "2026-01-07 10:00:00.000000", "updated_at", "2026-01-08 10:00:00.000000"));
    assertThat(run.events().only(ProgramCreated.class)).isEqualTo(new ProgramCreated("p", "top",
        "Winter", "cold", LocalDateTime.parse("2026-01-05T00:00:00"),
        LocalDateTime.parse("2026-02-01T12:30:00"), List.of("top"), false,
        new PlainText("[ {} ]"), Instant.parse("2026-01-07T10:00:00Z")));
    assertThat(run.events().only(ProgramTouched.class))
        .isEqualTo(new ProgramTouched("p", Instant.parse("2026-01-08T10:00:00Z")));
  }

  @Test
  void what_a_program_leaves_out_is_empty_and_it_is_active() throws Exception {
    var run = MigrationRun.of(program());
    assertThat(run.events().only(ProgramCreated.class)).isEqualTo(
        new ProgramCreated("p", "top", "", "", null, null, List.of(), true, null, null));
    assertThat(run.flags(PROGRAM)).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void dates_of_a_program_that_are_none_or_in_the_wrong_order_are_flagged() throws Exception {
    var run = MigrationRun.of(program("start_date", "soon", "end_date", "later")
        .row("programs", "id", "q", "root_id", "top", "start_date", "2026-02-01", "end_date",
            "2026-01-01"));
    assertThat(run.flags(PROGRAM)).contains(Flags.unreadable("start_date"),
        Flags.unreadable("end_date"));
    assertThat(run.flags(EntityRef.program("q"))).contains(Flags.checkViolated("end_date"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "top", "{}", "[1]", "[\"top\"", "5"})
  void a_list_of_goals_that_is_none_is_flagged(String goals) throws Exception {
    var run = MigrationRun.of(program("goal_ids", goals).row("program_blocks", "id", "b",
        "program_id", "p", "goal_ids", goals));
    assertThat(run.flags(PROGRAM)).contains(Flags.unreadable("goal_ids"));
    assertThat(run.flags(BLOCK)).contains(Flags.unreadable("goal_ids"));
  }

  @Test
  void goals_that_are_missing_are_listed_and_flagged() throws Exception {
    var run = MigrationRun.of(program("goal_ids", "[\"gone\",\"top\"]"));
    assertThat(run.events().only(ProgramCreated.class).goalIds()).containsExactly("gone", "top");
    assertThat(run.flags(PROGRAM)).contains(Flags.refMissing("goal_ids"));
  }

  @Test
  void each_column_of_a_block_and_a_day_is_told() throws Exception {
    var run = MigrationRun.of(program()
        .row("program_blocks", "id", "b", "program_id", "p", "name", "Base", "start_date",
            "2026-01-05", "end_date", "2026-01-12", "color", "#fff", "goal_ids", "[\"top\"]")
        .row("program_days", "id", "d", "block_id", "b", "date", "2026-01-06", "day_number", 2,
            "name", "Tuesday", "notes", "easy", "is_completed", 1));
    assertThat(run.events().only(BlockAdded.class)).isEqualTo(new BlockAdded("p", "b", "Base",
        LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-12"), "#fff", List.of("top"), 1,
        null));
    assertThat(run.events().only(DayAdded.class)).isEqualTo(new DayAdded("p", "b", "d",
        LocalDate.parse("2026-01-06"), 2L, "Tuesday", "easy", 1, null));
    assertThat(run.events().only(DayCompleted.class)).isEqualTo(new DayCompleted("p", "d", null));
    assertThat(run.flags(BLOCK)).containsExactly(Flags.TIME_UNKNOWN);
    assertThat(run.flags(DAY)).containsExactly(Flags.TIME_UNKNOWN);
  }

  @Test
  void what_blocks_and_days_say_in_vain_is_flagged() throws Exception {
    var run = MigrationRun.of(day("date", "someday", "day_number", "two")
        .row("program_blocks", "id", "c", "program_id", "p", "start_date", "2026-01-12",
            "end_date", "2026-01-05")
        .row("program_blocks", "id", "e", "program_id", "p", "start_date", "x", "end_date", "y"));
    assertThat(run.flags(DAY)).contains(Flags.unreadable("date"), Flags.unreadable("day_number"));
    assertThat(run.flags(EntityRef.block("c"))).contains(Flags.checkViolated("end_date"));
    assertThat(run.flags(EntityRef.block("e"))).contains(Flags.unreadable("start_date"),
        Flags.unreadable("end_date"));
  }

  @Test
  void blocks_and_days_stand_in_the_order_of_their_rows_under_what_they_belong_to()
      throws Exception {
    var run = MigrationRun.of(day().row("program_days", "id", "e", "block_id", "b")
        .row("program_blocks", "id", "c", "program_id", "p")
        .row("program_days", "id", "f", "block_id", "c"));
    assertThat(run.events().payloads(BlockAdded.class))
        .extracting(added -> added.blockId() + added.sortOrder()).containsExactly("b1", "c2");
    assertThat(run.events().payloads(DayAdded.class))
        .extracting(added -> added.blockId() + added.dayId() + added.sortOrder())
        .containsExactly("bd1", "be2", "cf1");
    assertThat(run.events().payloads(ProgramEvent.class).getFirst())
        .isInstanceOf(ProgramCreated.class);
  }

  @Test
  void scheduled_sessions_are_planned_by_hand() throws Exception {
    var run = MigrationRun.of(day()
        .row("scheduled_sessions", "id", "x", "day_id", "d", "session_template_id", "t",
            "is_completed", 1, "completion_data", "{\"s\": 1}")
        .row("scheduled_sessions", "id", "y", "day_id", "d"));
    assertThat(run.events().payloads(TemplateScheduled.class)).containsExactly(
        new TemplateScheduled("p", "d", "x", "t", true, true, new PlainText("{\"s\": 1}"), 1,
            null),
        new TemplateScheduled("p", "d", "y", null, true, false, null, 2, null));
    assertThat(run.result().flags()).doesNotContainKey(Flags.refMissing("session_template_id"));
  }

  @Test
  void pairs_of_days_and_templates_have_the_same_id_in_every_file() throws Exception {
    var pair = MigrationRun.of(day().row("program_day_templates", "program_day_id", "d",
        "session_template_id", "t", "order", 7)).events().only(TemplateScheduled.class);
    assertThat(pair).isEqualTo(new TemplateScheduled("p", "d",
        "225645bb-bb86-3495-a743-f97df42c411c", "t", true, false, null, 7, null));
  }

  @Test
  void a_pair_that_comes_twice_counts_once() throws Exception {
    var run = MigrationRun.of(day()
        .row("program_day_templates", "program_day_id", "d", "session_template_id", "t")
        .row("program_day_templates", "program_day_id", "d", "session_template_id", "t"));
    assertThat(run.events().payloads(TemplateScheduled.class)).hasSize(1);
    assertThat(run.events().kept()).singleElement().asString().startsWith(Flags.ID_DUPLICATE);
  }

  @Test
  void a_plan_for_a_template_that_is_missing_is_flagged() throws Exception {
    var run = MigrationRun.of(day().row("scheduled_sessions", "id", "x", "day_id", "d",
        "session_template_id", "gone"));
    assertThat(run.result().flags()).containsKey(Flags.refMissing("session_template_id"));
    assertThat(run.events().missing()).containsExactly(EntityRef.template("gone"));
  }

  private LegacyDatabase program(@Nullable Object... columnsAndValues) throws SQLException {
    return file.rowLike("programs", Map.of("id", "p", "root_id", "top"), columnsAndValues);
  }

  /** A day in a block of the program. */
  private LegacyDatabase day(@Nullable Object... columnsAndValues) throws SQLException {
    return program().row("program_blocks", "id", "b", "program_id", "p")
        .rowLike("program_days", Map.of("id", "d", "block_id", "b"), columnsAndValues);
  }
}
