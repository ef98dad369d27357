package org.fractalgoals.projections.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.FIRST_DAY;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.completed;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.SessionTree;
import org.fractalgoals.projections.tree.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalQueriesTest {

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

  private static GoalCreated fractal(String id, long sortOrder, Instant at) {
    return new GoalCreated(id, id, null, "MidTermGoal", id, "why " + id, null, null, sortOrder,
        FIRST_DAY, at);
  }

  private static List<String> ids(List<GoalRow> goals) {
    return goals.stream().map(GoalRow::id).toList();
  }

  @Test
  void an_empty_read_model_answers_with_nothing() {
    assertThat(projected.goals().fractals()).isEmpty();
    assertThat(projected.goals().tree("r", EntityRef.goal("r"))).isEmpty();
    assertThat(projected.goals().root("r")).isEmpty();
  }

  @Test
  void fractals_stand_in_their_order_then_in_that_of_their_creation() throws Exception {
    projected.when("x", "a-1", fractal("z", 0, at(1)), fractal("y", 0, at(0)),
        fractal("first", -1, at(9)), fractal("b", 1, DAWN), fractal("a", 1, DAWN));

    assertThat(projected.goals().fractals()).extracting(FractalRow::id)
        .containsExactly("first", "y", "z", "a", "b");
    assertThat(projected.goals().fractals().get(1))
        .isEqualTo(new FractalRow("y", "MidTermGoal", "y", "why y", at(0), at(0)));
  }

  @Test
  void a_fractal_is_as_new_as_the_newest_change_of_anything_visible_in_it() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), session("s", "r", "r"),
        goal("a", "r", "r"), goal("gone", "r", "r"),
        created("below", "r", EntityRef.session("s"), "ImmediateGoal", 0),
        new GoalTouched("a", at(50)), new GoalTouched("below", at(60)),
        new GoalTouched("gone", at(90)), deleted("gone"));

    assertThat(projected.goals().fractals()).singleElement()
        .extracting(FractalRow::updatedAt).isEqualTo(at(60));
  }

  @Test
  void a_deleted_fractal_is_in_no_list_and_has_no_tree() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), goal("a", "r", "r"))
        .when("r", "a-2", deleted("r"), deleted("a"));

    assertThat(projected.goals().fractals()).isEmpty();
    assertThat(projected.goals().tree("r", EntityRef.goal("a"))).isEmpty();
    assertThat(projected.goals().root("r")).isEmpty();
  }

  @Test
  void a_tree_has_each_level_in_its_order() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), goal("c", "r", "r", 2),
        goal("a", "r", "r", 3), goal("b", "r", "r", 1), goal("b2", "r", "b"),
        goal("b1", "r", "b"), goal("a1", "r", "a"));

    assertThat(outline(projected.goals().tree("r", EntityRef.goal("r")).orElseThrow()))
        .isEqualTo("r(b(b1 b2) c a(a1))");
    assertThat(outline(projected.goals().tree("r", EntityRef.goal("b")).orElseThrow()))
        .isEqualTo("b(b1 b2)");
    assertThat(outline(projected.goals().tree("r", EntityRef.goal("a1")).orElseThrow()))
        .isEqualTo("a1");
  }

  private static String outline(Tree tree) {
    var id = switch (tree) {
      case GoalTree goal -> goal.goal().id();
      case SessionTree session -> session.session().id();
    };
    if (tree.children().isEmpty()) {
      return id;
    }
    return id + "("
        + String.join(" ", tree.children().stream().map(GoalQueriesTest::outline).toList()) + ")";
  }

  @Test
  void a_tree_may_be_very_deep() throws Exception {
    int levels = 5_000;
    var events = new ArrayList<DomainEvent>(List.of(fractal("g0", 0, DAWN)));
    for (int level = 1; level < levels; level++) {
      events.add(goal("g" + level, "g0", "g" + (level - 1)));
    }
    projected.when("g0", "a-1", events.toArray(DomainEvent[]::new));

    int depth = 0;
    for (List<Tree> level = List
        .of(projected.goals().tree("g0", EntityRef.goal("g0")).orElseThrow()); !level
            .isEmpty(); level = level.getFirst().children()) {
      depth++;
    }
    assertThat(depth).isEqualTo(levels);
  }

  @Test
  void a_goal_asked_for_in_another_fractal_does_not_exist() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), goal("a", "r", "r"))
        .when("q", "a-2", fractal("q", 0, DAWN));

    assertThat(projected.goals().goal("r", "a")).isPresent();
    assertThat(projected.goals().goal("q", "a")).isEmpty();
    assertThat(projected.goals().tree("q", EntityRef.goal("a"))).isEmpty();
    assertThat(projected.goals().root("a")).isEmpty();
    assertThat(projected.goals().goal("r", "unknown")).isEmpty();
  }

  @Test
  void goals_of_a_type_are_found_in_a_fractal_and_in_all() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), goal("b", "r", "r", 2),
        goal("a", "r", "r", 1), goal("gone", "r", "r"), deleted("gone"))
        .when("q", "a-2", fractal("q", 0, DAWN), goal("c", "q", "q", 0));

    assertThat(ids(projected.goals().goalsOfType("r", "LongTermGoal"))).containsExactly("a", "b");
    assertThat(ids(projected.goals().goalsOfType("LongTermGoal"))).containsExactly("c", "a", "b");
    assertThat(projected.goals().goalsOfType("r", "MicroGoal")).isEmpty();
  }

  @Test
  void completed_goals_are_those_of_the_type_that_are_completed_and_visible() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), goal("a", "r", "r"), goal("b", "r", "r"),
        goal("gone", "r", "r"), completed("r"), completed("b"), completed("gone"),
        deleted("gone"));

    assertThat(ids(projected.goals().completedGoals("r", "LongTermGoal"))).containsExactly("b");
  }

  @Test
  void goals_below_a_session_are_found_by_it() throws Exception {
    projected.when("r", "a-1", fractal("r", 0, DAWN), session("s", "r", "r"),
        created("i2", "r", EntityRef.session("s"), "ImmediateGoal", 2),
        created("i1", "r", EntityRef.session("s"), "ImmediateGoal", 1));

    assertThat(ids(projected.goals().goalsBelowSession("r", "s"))).containsExactly("i1", "i2");
    assertThat(projected.goals().goalsBelowSession("q", "s")).isEmpty();
  }

  @Test
  void goals_created_since_a_moment_come_newest_first() throws Exception {
    projected.when("x", "a-1", fractal("old", 0, at(0)), fractal("just", 0, at(1)),
        fractal("new", 0, at(2)), renamed("old", "changed later"));

    assertThat(ids(projected.goals().goalsCreatedSince(at(1)))).containsExactly("new", "just");
  }
}
