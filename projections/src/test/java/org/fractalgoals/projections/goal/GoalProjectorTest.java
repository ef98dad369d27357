package org.fractalgoals.projections.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.FIRST_DAY;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.completed;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.due;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalProjectorTest {

  private static final List<String> VIOLATED = List.of("CHECK_VIOLATED(deadline)");

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws SQLException {
    projected = new Projected(directory);
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private GoalRow row(String goalId) {
    return projected.goals().goal("r", goalId).orElseThrow();
  }

  @Test
  void a_created_goal_has_all_that_its_event_says() throws Exception {
    var deadline = LocalDate.of(2026, 5, 1);
    projected.when("r", "a-1", fractal("r"), new GoalCreated("g", "r", EntityRef.goal("r"),
        "LongTermGoal", "Run", "far", deadline, json("[1.00]"), 7, FIRST_DAY, DAWN));

    assertThat(row("g")).isEqualTo(new GoalRow("g", "r", "r", null, "LongTermGoal", "Run", "far",
        deadline, false, null, "[1.00]", 7, DAWN, DAWN, 0));
    assertThat(projected.row("g")).containsEntry("created_day", "2026-01-10")
        .containsEntry("imported_as_is", 0).containsEntry("placeholder", 0)
        .containsEntry("deleted_at", null).containsEntry("deleted_by", null);
  }

  @Test
  void a_goal_below_a_session_has_no_goal_above_it() throws Exception {
    projected.when("r", "a-1", fractal("r"), session("s", "r", "r"),
        created("g", "r", EntityRef.session("s"), "ImmediateGoal", 0));

    assertThat(row("g").parentId()).isNull();
    assertThat(row("g").parentSessionId()).isEqualTo("s");
  }

  @Test
  void each_change_of_a_text_changes_that_text_the_time_and_the_version() throws Exception {
    projected.when("r", "a-1", fractal("r"), renamed("r", "Sail"),
        new GoalDescribed("r", "the sea", at(9)));

    assertThat(row("r").name()).isEqualTo("Sail");
    assertThat(row("r").description()).isEqualTo("the sea");
    assertThat(row("r").createdAt()).isEqualTo(DAWN);
    assertThat(row("r").updatedAt()).isEqualTo(at(9));
    assertThat(row("r").version()).isEqualTo(2);
  }

  @Test
  void texts_come_back_as_they_were_given() throws Exception {
    var odd = "nul \u0000 after, tab \t, emoji 🧗, quote ' and \"";
    projected.when("r", "a-1", fractal("r"), renamed("r", odd));

    assertThat(row("r").name()).isEqualTo(odd);
  }

  @Test
  void targets_are_kept_letter_by_letter() throws Exception {
    var sent = "[ {\"b\":1.00, \"a\":1e3, \"n\":12345678901234567890} ]";
    projected.when("r", "a-1", fractal("r"), new GoalTargetsChanged("r", json(sent), at(1)));

    assertThat(row("r").targets()).isEqualTo(sent);
  }

  @Test
  void a_deadline_can_be_set_and_cleared() throws Exception {
    projected.when("r", "a-1", fractal("r"), new GoalDeadlineSet("r", FIRST_DAY, at(1)));
    assertThat(row("r").deadline()).isEqualTo(FIRST_DAY);

    projected.when("r", "a-2", new GoalDeadlineCleared("r", at(2)));
    assertThat(row("r").deadline()).isNull();
  }

  @Test
  void a_deadline_after_the_year_9999_is_not_before_the_creation() throws Exception {
    var distant = LocalDate.of(12000, 1, 1);
    projected.when("r", "a-1", due("r", distant),
        new GoalDeadlineSet("r", distant.plusDays(1), at(1)));

    assertThat(row("r").deadline()).isEqualTo(distant.plusDays(1));
  }

  @Test
  void a_goal_that_moves_gets_another_parent_and_place() throws Exception {
    projected.when("r", "a-1", fractal("r"), session("s", "r", "r"), goal("a", "r", "r"),
        goal("g", "r", "r"), new GoalMoved("g", EntityRef.goal("a"), 4, at(2)));
    assertThat(row("g").parentId()).isEqualTo("a");
    assertThat(row("g").sortOrder()).isEqualTo(4);

    projected.when("r", "a-2", new GoalMoved("g", EntityRef.session("s"), 0, at(3)));
    assertThat(row("g").parentId()).isNull();
    assertThat(row("g").parentSessionId()).isEqualTo("s");
  }

  @Test
  void a_reordered_goal_gets_another_place() throws Exception {
    projected.when("r", "a-1", fractal("r"), new GoalReordered("r", 12, at(1)));

    assertThat(row("r").sortOrder()).isEqualTo(12);
  }

  @Test
  void completing_sets_the_time_and_reopening_takes_it_away() throws Exception {
    projected.when("r", "a-1", fractal("r"), completed("r"));
    assertThat(row("r").completed()).isTrue();
    assertThat(row("r").completedAt()).isEqualTo(at(3));

    projected.when("r", "a-2", new GoalReopened("r", at(4)));
    assertThat(row("r").completed()).isFalse();
    assertThat(row("r").completedAt()).isNull();
  }

  @Test
  void a_completion_at_an_unknown_time_has_no_time_and_leaves_the_time_of_change()
      throws Exception {
    projected.imported("r", "import", List.of("TIME_UNKNOWN"), fractal("r"),
        new GoalCompleted("r", null));

    assertThat(row("r").completed()).isTrue();
    assertThat(row("r").completedAt()).isNull();
    assertThat(row("r").updatedAt()).isEqualTo(DAWN);
    assertThat(row("r").version()).isEqualTo(1);
  }

  @Test
  void a_creation_and_a_deletion_at_an_unknown_time_take_the_time_of_the_store()
      throws Exception {
    projected.imported("r", "import", List.of(), new GoalCreated("r", "r", null, "UltimateGoal",
        "", "", null, null, 0, FIRST_DAY, null), new GoalDeleted("r", null));

    assertThat(projected.row("r")).containsEntry("created_at", micros(EventLog.CLAMPED))
        .containsEntry("deleted_at", micros(EventLog.CLAMPED));
  }

  @Test
  void a_touched_goal_has_another_time_of_change_and_nothing_else() throws Exception {
    projected.when("r", "a-1", fractal("r"), new GoalTouched("r", at(77)));

    assertThat(row("r")).isEqualTo(new GoalRow("r", "r", null, null, "UltimateGoal", "name of r",
        "", null, false, null, null, 0, DAWN, at(77), 1));
  }

  @Test
  void a_deleted_goal_knows_when_and_by_which_action_until_it_is_restored() throws Exception {
    projected.when("r", "a-1", fractal("r")).when("r", "a-2", deleted("r"));
    assertThat(projected.row("r")).containsEntry("deleted_at", micros(at(4)))
        .containsEntry("deleted_by", "a-2").containsEntry("updated_at", micros(at(4)));

    projected.when("r", "a-3", restored("r"));
    assertThat(projected.row("r")).containsEntry("deleted_at", null)
        .containsEntry("deleted_by", null).containsEntry("updated_at", micros(at(5)));
  }

  @Test
  void a_goal_imported_with_a_deadline_before_its_creation_is_marked_until_that_changes()
      throws Exception {
    projected.imported("r", "import", VIOLATED, due("r", FIRST_DAY.minusDays(3)));
    assertThat(projected.row("r")).containsEntry("imported_as_is", 1);

    projected.when("r", "a-1", renamed("r", "Other"));
    assertThat(projected.row("r")).containsEntry("imported_as_is", 1);

    projected.imported("r", "import-2", VIOLATED,
        new GoalDeadlineSet("r", FIRST_DAY.minusDays(2), at(1)));
    assertThat(projected.row("r")).containsEntry("imported_as_is", 1);

    projected.when("r", "a-2", new GoalDeadlineSet("r", FIRST_DAY, at(2)));
    assertThat(projected.row("r")).containsEntry("imported_as_is", 0);
  }

  @Test
  void clearing_the_deadline_ends_the_mark_of_an_import_too() throws Exception {
    projected.imported("r", "import", VIOLATED, due("r", FIRST_DAY.minusDays(3)))
        .when("r", "a-1", new GoalDeadlineCleared("r", at(1)));

    assertThat(projected.row("r")).containsEntry("imported_as_is", 0);
  }

  @Test
  void events_of_other_things_change_no_goal() throws Exception {
    projected.when("r", "a-1", fractal("r"));
    var before = projected.row("r");

    projected.when(Envelope.SYSTEM_ROOT, "i-1",
        new LegacyFileImported("i-1", "old.db", "0".repeat(64), 0, "S00", "UTC", List.of(), 0, 0,
            null, DAWN));

    assertThat(projected.row("r")).isEqualTo(before);
  }

  @Test
  void an_event_of_a_goal_that_was_never_created_is_not_passed_over() {
    assertThatThrownBy(() -> projected.when("r", "a-1", new GoalRenamed("r", "Sail", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"r\"");
  }

  private static long micros(Instant instant) {
    return Microseconds.of(instant);
  }
}
