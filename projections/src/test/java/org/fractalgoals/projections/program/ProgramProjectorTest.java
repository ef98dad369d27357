package org.fractalgoals.projections.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.ActivityFacts.templateDeleted;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.FIRST_DAY;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.ProgramFacts.block;
import static org.fractalgoals.projections.fixture.ProgramFacts.blockRemoved;
import static org.fractalgoals.projections.fixture.ProgramFacts.day;
import static org.fractalgoals.projections.fixture.ProgramFacts.dayRemoved;
import static org.fractalgoals.projections.fixture.ProgramFacts.planned;
import static org.fractalgoals.projections.fixture.ProgramFacts.program;
import static org.fractalgoals.projections.fixture.ProgramFacts.programDeleted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockBroughtBack;
import org.fractalgoals.domain.program.BlockEvent.BlockColoured;
import org.fractalgoals.domain.program.BlockEvent.BlockDatesChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalsChanged;
import org.fractalgoals.domain.program.BlockEvent.BlockRenamed;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.DayBroughtBack;
import org.fractalgoals.domain.program.DayEvent.DayCompleted;
import org.fractalgoals.domain.program.DayEvent.DayNoted;
import org.fractalgoals.domain.program.DayEvent.DayRenamed;
import org.fractalgoals.domain.program.DayEvent.DayRenumbered;
import org.fractalgoals.domain.program.DayEvent.DayReopened;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDatesChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeactivated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDescribed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramGoalsChanged;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRenamed;
import org.fractalgoals.domain.program.ProgramEvent.ProgramRestored;
import org.fractalgoals.domain.program.ProgramEvent.ProgramScheduleKept;
import org.fractalgoals.domain.program.ProgramEvent.ProgramTouched;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.trash.TrashItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramProjectorTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 10, 12, 0);

  @TempDir Path directory;

  private Projected projected;

  /** The program p with the block b and the day d; the templates t and u; the goal g. */
  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "made", fractal("r"), goal("g", "r", "r"), template("t", "r", "Dry dock"),
        template("u", "r", "Slip"), program("p", "r", "g"), block("p", "b", "g"),
        day("p", "b", "d"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private ProgramRow found() {
    return projected.programs().program("r", "p").orElseThrow();
  }

  private BlockRow foundBlock() {
    return found().blocks().getFirst();
  }

  private DayRow foundDay() {
    return foundBlock().days().getFirst();
  }

  private List<String> pairs() throws SQLException {
    return projected.rows("""
      SELECT session_template_id || ' ' || sort_order AS pair
      FROM program_day_templates
      WHERE program_day_id = 'd'
      ORDER BY sort_order
      """).stream().map(row -> String.valueOf(row.get("pair"))).toList();
  }

  @Test
  void a_program_has_all_that_its_events_say() throws Exception {
    projected.when("r", "a-1",
        new ProgramCreated("q", "r", "Refit", "Text", NOON, NOON.plusDays(1), List.of("g"), true,
            json("[ {\"x\": 1.00} ]"), at(1)),
        new BlockAdded("q", "c", "Base", FIRST_DAY, FIRST_DAY.plusDays(2), "red", List.of("g"), 1,
            at(2)),
        new DayAdded("q", "c", "e", FIRST_DAY, 3L, "Monday", "wet", 1, at(3)),
        new TemplateScheduled("q", "e", "s", "t", true, true, json("{\"y\": 1}"), 1, at(4)));

    assertThat(projected.programs().program("r", "q")).contains(
        new ProgramRow("q", "r", "Refit", "Text", NOON, NOON.plusDays(1), true, List.of("g"),
            "[ {\"x\": 1.00} ]", at(1), at(1), 3,
            List.of(new BlockRow("c", "q", "Base", FIRST_DAY, FIRST_DAY.plusDays(2), "red",
                List.of("g"), 1, List.of(new DayRow("e", "c", FIRST_DAY, 3L, "Monday", "wet",
                    false, 3,
                    List.of(new PlannedRow("s", "e", "t", "Dry dock", true, "{\"y\": 1}"))))))));
  }

  @Test
  void each_change_of_a_program_changes_what_it_says_the_time_and_the_version() throws Exception {
    projected.when("r", "a-1", new ProgramRenamed("p", "New", at(1)),
        new ProgramDescribed("p", "Text", at(2)),
        new ProgramDatesChanged("p", NOON, null, at(3)),
        new ProgramGoalsChanged("p", List.of("r", "g"), at(4)),
        new ProgramDeactivated("p", at(5)), new ProgramScheduleKept("p", json("[1]"), at(6)));

    assertThat(found()).usingRecursiveComparison().ignoringFields("blocks").isEqualTo(
        new ProgramRow("p", "r", "New", "Text", NOON, null, false, List.of("r", "g"), "[1]", DAWN,
            at(6), 8, List.of()));
    projected.when("r", "a-2", new ProgramTouched("p", at(9)));
    assertThat(found().updatedAt()).isEqualTo(at(9));
  }

  @Test
  void each_change_of_a_block_leaves_the_time_of_the_program() throws Exception {
    projected.when("r", "a-1", new BlockRenamed("p", "b", "Build", at(1)),
        new BlockDatesChanged("p", "b", FIRST_DAY, null, at(2)),
        new BlockColoured("p", "b", "red", at(3)),
        new BlockGoalsChanged("p", "b", List.of(), at(4)),
        new BlockGoalAttached("p", "b", "r", at(5)),
        new BlockGoalAttached("p", "b", "g", at(6)),
        new BlockGoalAttached("p", "b", "r", at(7)));

    assertThat(foundBlock()).usingRecursiveComparison().ignoringFields("days").isEqualTo(
        new BlockRow("b", "p", "Build", FIRST_DAY, null, "red", List.of("r", "g"), 9, List.of()));
    assertThat(found().updatedAt()).isEqualTo(DAWN);
    assertThat(found().version()).isEqualTo(9);
  }

  @Test
  void each_change_of_a_day_changes_what_it_says() throws Exception {
    projected.when("r", "a-1", new DayRenamed("p", "d", "Rest", at(1)),
        new DayRenumbered("p", "d", 4L, at(2)), new DayNoted("p", "d", "dry", at(3)),
        new DayCompleted("p", "d", at(4)));

    assertThat(foundDay())
        .isEqualTo(new DayRow("d", "b", null, 4L, "Rest", "dry", true, 6, List.of()));
    projected.when("r", "a-2", new DayReopened("p", "d", at(5)));
    assertThat(foundDay().completed()).isFalse();
  }

  @Test
  void each_template_of_a_day_is_listed_once_as_long_as_it_is_planned() throws Exception {
    projected.when("r", "a-1", new TemplateScheduled("p", "d", "s1", "t", true, false, null, 1,
        at(1)), new TemplateScheduled("p", "d", "s2", "u", false, false, null, 2, at(2)),
        new TemplateScheduled("p", "d", "s3", "t", false, false, null, 3, at(3)));
    assertThat(foundDay().planned()).extracting(PlannedRow::id)
        .containsExactly("s1", "s2", "s3");
    assertThat(pairs()).containsExactly("t 1", "u 2");

    projected.when("r", "a-2", new TemplateUnscheduled("p", "d", "s1", at(4)),
        new TemplateUnscheduled("p", "d", "s2", at(5)));
    assertThat(foundDay().planned()).extracting(PlannedRow::id).containsExactly("s3");
    assertThat(pairs()).containsExactly("t 3");
  }

  @Test
  void what_was_taken_off_a_day_may_come_back_under_its_id() throws Exception {
    projected.when("r", "a-1", planned("p", "d", "s", "t"),
        new TemplateUnscheduled("p", "d", "s", at(1)));
    assertThat(pairs()).isEmpty();

    projected.when("r", "a-2",
        new TemplateScheduled("p", "d", "s", "u", false, true, null, 7, at(2)));

    assertThat(foundDay().planned())
        .containsExactly(new PlannedRow("s", "d", "u", "Slip", true, null));
    assertThat(pairs()).containsExactly("u 7");
  }

  @Test
  void days_are_shown_by_number_then_in_the_order_of_creation() throws Exception {
    projected.when("r", "a-1", new DayAdded("p", "b", "z", null, 1L, "z", null, 1, at(1)),
        new DayAdded("p", "b", "a", null, 1L, "a", null, 2, at(1)),
        new DayAdded("p", "b", "n", null, null, null, null, 3, at(1)),
        new DayAdded("p", "b", "f", null, 0L, "f", null, 4, at(1)));

    assertThat(foundBlock().days()).extracting(DayRow::id)
        .containsExactly("n", "f", "d", "z", "a");
  }

  @Test
  void goals_that_are_deleted_or_unknown_and_names_of_deleted_templates_are_not_shown()
      throws Exception {
    projected.when("r", "a-1", new ProgramGoalsChanged("p", List.of("nowhere", "g", "r"), at(1)),
        planned("p", "d", "s", "t")).when("r", "a-2", deleted("g"), templateDeleted("t"));

    assertThat(found().goalIds()).containsExactly("r");
    assertThat(foundBlock().goalIds()).isEmpty();
    assertThat(foundDay().planned()).containsExactly(
        new PlannedRow("s", "d", "t", null, false, null));
    projected.when("r", "a-3", restored("g"));
    assertThat(found().goalIds()).containsExactly("g", "r");
  }

  @Test
  void imported_facts_are_kept_as_they_are() throws Exception {
    projected.imported("r", "import", List.of("CHECK_VIOLATED(end_date)"),
        new ProgramCreated("q", "r", "", "", null, null, List.of("a\"\\\n\u0001b"), false,
            json("no JSON"), null),
        new BlockAdded("q", "c", "", FIRST_DAY, FIRST_DAY.minusDays(1), null, List.of(), 0, null),
        new DayAdded("q", "c", "e", null, null, null, null, 0, null),
        new TemplateScheduled("q", "e", "s", null, true, false, json("[]"), 0, null));

    assertThat(projected.row("programs", "q")).containsEntry("imported_as_is", 1)
        .containsEntry("goal_ids", "[\"a\\\"\\\\\\u000a\\u0001b\"]")
        .containsEntry("weekly_schedule", "no JSON");
    assertThat(projected.row("program_blocks", "c")).containsEntry("imported_as_is", 1);
    projected.when("r", "a-1", new BlockDatesChanged("q", "c", FIRST_DAY, FIRST_DAY, at(1)),
        new ProgramDatesChanged("q", NOON, NOON, at(1)));
    assertThat(projected.row("programs", "q")).containsEntry("imported_as_is", 0);
    assertThat(projected.row("program_blocks", "c")).containsEntry("imported_as_is", 0);
  }

  @Test
  void only_what_lives_is_shown() throws Exception {
    projected.when("r", "a-1", program("q", "r"), block("p", "c"), day("p", "b", "e"))
        .when("r", "a-2", programDeleted("q")).when("r", "a-3", blockRemoved("p", "c"))
        .when("r", "a-4", dayRemoved("p", "e"));

    assertThat(projected.programs().programs("r")).containsExactly(found());
    assertThat(projected.programs().program("r", "q")).isEmpty();
    assertThat(found().blocks()).extracting(BlockRow::id).containsExactly("b");
    assertThat(foundBlock().days()).extracting(DayRow::id).containsExactly("d");

    projected.when("r", "a-5", new ProgramRestored("q", at(5)),
        new BlockBroughtBack("p", "c", at(6)), new DayBroughtBack("p", "e", at(7)));
    assertThat(projected.programs().programs("r")).extracting(ProgramRow::id)
        .containsExactly("p", "q");
    assertThat(found().blocks()).hasSize(2);
    assertThat(foundBlock().days()).hasSize(2);
  }

  @Test
  void nothing_is_shown_of_another_fractal_or_of_a_deleted_one() throws Exception {
    projected.when("q", "a-1", fractal("q"));
    assertThat(projected.programs().program("q", "p")).isEmpty();
    assertThat(projected.programs().programs("q")).isEmpty();

    projected.imported("r", "import", List.of(), deleted("r"));
    assertThat(projected.programs().programs("r")).isEmpty();
    assertThat(projected.programs().program("r", "p")).isEmpty();
  }

  private List<TrashItem> trash() {
    return projected.trash().trash("r").orElseThrow();
  }

  @Test
  void each_block_that_a_save_removed_is_an_item_of_its_own_in_the_trash() throws Exception {
    projected.when("r", "a-1", block("p", "c"))
        .when("r", "a-2", blockRemoved("p", "b"), blockRemoved("p", "c"));

    assertThat(trash()).extracting(item -> item.ref().toString(), TrashItem::actionId,
        TrashItem::name, TrashItem::count, TrashItem::restorable)
        .containsExactlyInAnyOrder(tuple("block/b", "a-2", "name of b", 1, true),
            tuple("block/c", "a-2", "name of c", 1, true));
  }

  @Test
  void what_must_be_restored_first_is_the_highest_that_is_deleted() throws Exception {
    projected.when("r", "a-1", dayRemoved("p", "d")).when("r", "a-2", blockRemoved("p", "b"));
    assertThat(reasonOf("day/d")).contains("block \"name of b\"");

    projected.when("r", "a-3", programDeleted("p"));
    assertThat(reasonOf("day/d")).contains("program \"name of p\"");
    assertThat(reasonOf("block/b")).contains("program \"name of p\"");

    projected.when("r", "a-4", deleted("r"));
    assertThat(Stream.of("day/d", "block/b", "program/p").map(this::reasonOf))
        .allMatch(reason -> reason.contains("fractal \"name of r\""));
  }

  private String reasonOf(String ref) {
    return String.valueOf(trash().stream().filter(item -> item.ref().toString().equals(ref))
        .findFirst().orElseThrow().reason());
  }

  @Test
  void an_event_about_something_that_was_never_added_is_a_fault() {
    assertThatThrownBy(() -> projected.when("r", "a-1", new DayRenamed("p", "x", "", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"x\" has no row");
    assertThatThrownBy(() -> projected.when("r", "a-1", new BlockRenamed("p", "x", "", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"x\" has no row");
  }
}
