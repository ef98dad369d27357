package org.fractalgoals.projections.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A goal is visible if it lives and everything above it lives. */
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
}
