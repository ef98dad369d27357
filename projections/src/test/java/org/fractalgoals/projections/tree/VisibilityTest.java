package org.fractalgoals.projections.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionMoved;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionRestored;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A goal or session is visible if it lives and everything above it lives. */
class VisibilityTest {

  @TempDir Path directory;

  private Projected projected;

  /** r above a above b above c; r above d. */
  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), goal("a", "r", "r"), goal("b", "r", "a"),
        goal("c", "r", "b"), goal("d", "r", "r"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  @Test
  void everything_is_visible_at_first() throws Exception {
    assertThat(projected.visible()).containsExactly("a", "b", "c", "d", "r");
  }

  @Test
  void a_deleted_goal_takes_its_children_along() throws Exception {
    projected.when("r", "a-2", deleted("a"), deleted("b"), deleted("c"));

    assertThat(projected.visible()).containsExactly("d", "r");
  }

  @Test
  void a_restored_action_brings_back_what_it_deleted_and_no_more() throws Exception {
    projected.when("r", "a-2", deleted("c")).when("r", "a-3", deleted("a"), deleted("b"))
        .when("r", "a-4", restored("a"), restored("b"));

    assertThat(projected.visible()).containsExactly("a", "b", "d", "r");
  }

  @Test
  void what_lives_below_an_imported_deletion_is_not_visible() throws Exception {
    projected.imported("r", "i-1", List.of(), deleted("a"));

    assertThat(projected.visible()).containsExactly("d", "r");
    assertThat(projected.row("b")).containsEntry("deleted_at", null);
  }

  @Test
  void the_end_of_an_imported_deletion_shows_what_lives_below() throws Exception {
    projected.when("r", "i-1", deleted("a")).when("r", "a-2", restored("a"));

    assertThat(projected.visible()).containsExactly("a", "b", "c", "d", "r");
  }

  @Test
  void a_restored_goal_below_a_deleted_one_stays_hidden_until_that_one_returns()
      throws Exception {
    projected.when("r", "i-1", deleted("b")).when("r", "i-2", deleted("a")).when("r", "a-3",
        restored("b"));
    assertThat(projected.visible()).containsExactly("d", "r");

    projected.when("r", "a-4", restored("a"));
    assertThat(projected.visible()).containsExactly("a", "b", "c", "d", "r");
  }

  @Test
  void what_is_created_below_a_deleted_goal_is_not_visible() throws Exception {
    projected.when("r", "i-1", deleted("a")).when("r", "import", goal("e", "r", "b"));

    assertThat(projected.visible()).containsExactly("d", "r");
  }

  @Test
  void a_subtree_that_moves_out_of_a_deleted_one_is_visible_down_to_the_next_deleted()
      throws Exception {
    projected.when("r", "i-1", deleted("c")).when("r", "i-2", deleted("a")).when("r", "a-3",
        moved("b", "d"));

    assertThat(projected.visible()).containsExactly("b", "d", "r");
  }

  @Test
  void a_subtree_that_moves_under_a_deleted_goal_is_hidden() throws Exception {
    projected.when("r", "i-1", deleted("d")).when("r", "a-2", moved("b", "d"));

    assertThat(projected.visible()).containsExactly("a", "r");
  }

  @Test
  void a_deleted_goal_that_moves_stays_hidden_with_what_is_below() throws Exception {
    projected.when("r", "i-1", deleted("b")).when("r", "a-2", moved("b", "d"));

    assertThat(projected.visible()).containsExactly("a", "d", "r");
  }

  @Test
  void a_restoration_under_another_parent_shows_all_that_came_back() throws Exception {
    projected.when("r", "a-2", deleted("b"), deleted("c")).when("r", "a-3", deleted("a"))
        .when("r", "a-4", restored("b"), restored("c"), moved("b", "d"));

    assertThat(projected.visible()).containsExactly("b", "c", "d", "r");
  }

  @Test
  void a_cascade_writes_each_row_a_few_times_only() throws Exception {
    int goals = 600;
    var creations = new ArrayList<DomainEvent>();
    var deletions = new ArrayList<DomainEvent>();
    creations.add(fractal("x0"));
    deletions.add(deleted("x0"));
    for (int number = 1; number < goals; number++) {
      creations.add(goal("x" + number, "x0", "x" + (number - 1) / 3));
      deletions.add(deleted("x" + number));
    }
    projected.when("x0", "a-2", creations.toArray(DomainEvent[]::new));

    long before = projected.rowsWritten();
    projected.when("x0", "a-3", deletions.toArray(DomainEvent[]::new));

    assertThat(projected.rowsWritten() - before).isLessThan(3L * goals);
  }

  private void withSessions() throws Exception {
    projected.when("r", "s-1", session("s", "r", "b"), session("o", "r", null),
        created("i", "r", EntityRef.session("s"), "ImmediateGoal", 0), session("t", "r", "i"));
  }

  @Test
  void an_imported_deletion_hides_sessions_below_and_the_goals_below_those() throws Exception {
    withSessions();
    projected.when("r", "i-1", deleted("a"));
    assertThat(projected.visible()).containsExactly("d", "o", "r");

    projected.when("r", "a-2", restored("a"));
    assertThat(projected.visible())
        .containsExactly("a", "b", "c", "d", "i", "o", "r", "s", "t");
  }

  @Test
  void a_deleted_session_hides_what_is_below_it_until_it_is_restored() throws Exception {
    withSessions();
    projected.when("r", "i-1", sessionDeleted("s"));
    assertThat(projected.visible()).containsExactly("a", "b", "c", "d", "o", "r");

    projected.when("r", "a-2", sessionRestored("s"));
    assertThat(projected.visible())
        .containsExactly("a", "b", "c", "d", "i", "o", "r", "s", "t");
  }

  @Test
  void a_session_without_a_goal_above_it_is_hidden_with_its_fractal() throws Exception {
    withSessions();
    projected.when("r", "i-1", deleted("r")).when("r", "import", session("late", "r", null));
    assertThat(projected.visible()).isEmpty();

    projected.when("r", "a-2", restored("r"));
    assertThat(projected.visible()).contains("o", "late");
  }

  @Test
  void what_moves_below_a_session_is_as_visible_as_that() throws Exception {
    withSessions();
    projected.when("r", "i-1", sessionDeleted("s"))
        .when("r", "a-2", new GoalMoved("d", EntityRef.session("s"), 0, at(1)));
    assertThat(projected.visible()).containsExactly("a", "b", "c", "o", "r");

    projected.when("r", "a-3", sessionRestored("s"), sessionMoved("t", "d"));
    assertThat(projected.visible()).contains("d", "t");
  }

  @Test
  void a_restored_session_below_a_deleted_goal_stays_hidden() throws Exception {
    withSessions();
    projected.when("r", "i-1", sessionDeleted("s")).when("r", "i-2", deleted("b"))
        .when("r", "a-2", sessionRestored("s"));
    assertThat(projected.visible()).containsExactly("a", "d", "o", "r");

    projected.when("r", "a-3", sessionMoved("s", "a"));
    assertThat(projected.visible()).containsExactly("a", "d", "i", "o", "r", "s", "t");
  }

  @Test
  void a_fractal_with_ten_thousand_sessions_goes_and_comes_back_by_writing_each_row_twice()
      throws Exception {
    int sessions = 10_000;
    var made = new ArrayList<DomainEvent>(List.of(fractal("x")));
    var gone = new ArrayList<DomainEvent>(List.of(deleted("x")));
    var back = new ArrayList<DomainEvent>(List.of(restored("x")));
    for (int number = 0; number < sessions; number++) {
      made.add(session("x" + number, "x", "x"));
      gone.add(sessionDeleted("x" + number));
      back.add(sessionRestored("x" + number));
    }
    projected.when("x", "a-2", made.toArray(DomainEvent[]::new));

    long before = projected.rowsWritten();
    projected.when("x", "a-3", gone.toArray(DomainEvent[]::new));
    assertThat(projected.visible()).containsExactly("a", "b", "c", "d", "r");
    assertThat(projected.rowsWritten() - before).isLessThan(2L * sessions + 100);

    before = projected.rowsWritten();
    projected.when("x", "a-4", back.toArray(DomainEvent[]::new));
    assertThat(projected.visible()).hasSize(sessions + 6);
    assertThat(projected.rowsWritten() - before).isLessThan(sessions + 100L);
  }
}
