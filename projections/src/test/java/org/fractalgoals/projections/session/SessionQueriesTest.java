package org.fractalgoals.projections.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.activityDeleted;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.metricRemoved;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.splitRemoved;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.recorded;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReordered;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.SessionTree;
import org.fractalgoals.projections.tree.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionQueriesTest {

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), shortTerm("g"), shortTerm("h"), activity("x", "r"),
        metric("m", "x"), split("l", "x"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private static GoalCreated shortTerm(String id) {
    return created(id, "r", EntityRef.goal("r"), "ShortTermGoal", 0);
  }

  private static GoalCreated below(String id, String sessionId, long sortOrder) {
    return created(id, "r", EntityRef.session(sessionId), "ImmediateGoal", sortOrder);
  }

  private static String outline(Tree tree) {
    var id = switch (tree) {
      case GoalTree goal -> goal.goal().id();
      case SessionTree session -> session.session().id() + session.instances().stream()
          .map(InstanceRow::id).toList();
    };
    return id + tree.children().stream().map(SessionQueriesTest::outline).toList();
  }

  private static List<String> outlines(List<? extends Tree> trees) {
    return trees.stream().map(SessionQueriesTest::outline).toList();
  }

  private SessionTree flat(String id) {
    return projected.sessions().flat("r", id).orElseThrow();
  }

  private List<String> instances() {
    return projected.sessions().instances("r", "s").stream().map(InstanceRow::id).toList();
  }

  @Test
  void sessions_stand_among_the_children_of_their_goal_with_what_is_below_them()
      throws Exception {
    projected.when("r", "a-2", goal("g2", "r", "g", 1), goal("g1", "r", "g", -1),
        session("s", "r", "g", at(2)), session("o", "r", "g", at(1)), goal("g0", "r", "g", 0),
        below("i2", "s", 2), below("i1", "s", 1), instance("n", "s", "x"),
        session("deep", "r", "i1"));

    assertThat(outline(projected.goals().tree("r", EntityRef.goal("g")).orElseThrow()))
        .isEqualTo("g[g1[], g0[], o[][], s[n][i1[deep[][]], i2[]], g2[]]");
    assertThat(outline(projected.goals().tree("r", EntityRef.session("s")).orElseThrow()))
        .isEqualTo("s[n][i1[deep[][]], i2[]]");
    assertThat(outline(projected.sessions().session("r", "s").orElseThrow()))
        .isEqualTo("s[n][i1[deep[][]], i2[]]");
    assertThat(outline(flat("s"))).isEqualTo("s[n][]");
  }

  @Test
  void the_trees_of_all_fractals_come_in_the_order_of_the_fractals() throws Exception {
    projected.when("q", "a-2", created("q", "q", null, "UltimateGoal", -1),
        session("t", "q", "q")).when("p", "a-3", fractal("p"))
        .when("p", "a-4", deleted("p"));

    assertThat(outlines(projected.goals().trees()))
        .containsExactly("q[t[][]]", "r[g[], h[]]");
  }

  @Test
  void the_sessions_of_a_fractal_come_newest_first_and_equally_new_ones_by_id()
      throws Exception {
    projected.when("r", "a-2", session("b", "r", "g", at(1)), session("a", "r", "g", at(1)),
        session("new", "r", "h", at(2)), session("gone", "r", "h", at(3)),
        session("outside", "r", null, at(0)), below("i", "b", 0), instance("n", "b", "x"),
        sessionDeleted("gone"))
        .when("q", "a-3", fractal("q"), session("other", "q", "q", at(9)));

    assertThat(outlines(projected.sessions().sessions("r")))
        .containsExactly("new[][]", "a[][]", "b[n][i[]]", "outside[][]");
    assertThat(projected.sessions().sessions("g")).isEmpty();
  }

  @Test
  void all_sessions_come_in_the_order_of_their_creation() throws Exception {
    projected.when("r", "a-2", session("b", "r", "g", at(2)), session("a", "r", "g", at(2)),
        session("new", "r", null, at(3)), session("gone", "r", "h", at(3)),
        sessionDeleted("gone"))
        .when("q", "a-3", fractal("q"), session("old", "q", "q", at(1)))
        .when("p", "a-4", fractal("p"), session("dead", "p", "p", at(1)))
        .when("p", "import", deleted("p"));

    assertThat(outlines(projected.sessions().allSessions()))
        .containsExactly("old[][]", "a[][]", "b[][]", "new[][]");
  }

  @Test
  void a_fractal_is_as_new_as_its_newest_visible_session_but_no_newer_for_its_instances()
      throws Exception {
    projected.when("r", "a-2", session("s", "r", "g", at(20)), session("gone", "r", "g", at(90)),
        instance("i", "s", "x", at(95)), sessionDeleted("gone"));

    assertThat(projected.goals().fractals()).singleElement()
        .satisfies(fractal -> assertThat(fractal.updatedAt()).isEqualTo(at(20)));
  }

  @Test
  void a_session_asked_for_in_another_fractal_or_as_a_goal_does_not_exist() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), instance("i", "s", "x"))
        .when("q", "a-3", fractal("q"));

    assertThat(projected.sessions().session("q", "s")).isEmpty();
    assertThat(projected.sessions().flat("q", "s")).isEmpty();
    assertThat(projected.sessions().session("r", "g")).isEmpty();
    assertThat(projected.goals().tree("r", EntityRef.goal("s"))).isEmpty();
    assertThat(projected.goals().tree("q", EntityRef.session("s"))).isEmpty();
    assertThat(projected.sessions().instances("q", "s")).isEmpty();
    assertThat(projected.sessions().instance("q", "i")).isEmpty();
    assertThat(projected.sessions().instancesOfFractal("q")).isEmpty();
  }

  @Test
  void a_session_serves_the_living_short_term_goals_it_was_linked_to_and_the_one_above()
      throws Exception {
    projected.when("r", "a-2", shortTerm("k"), goal("long", "r", "r"),
        session("s", "r", "long", "k", "h", "g", "long"), session("t", "r", "g", "h", "g"),
        deleted("h"));

    assertThat(flat("s").session().parentIds()).containsExactly("k", "g", "long");
    assertThat(flat("t").session().parentIds()).containsExactly("g");
  }

  @Test
  void a_session_outside_the_tree_has_no_parents() throws Exception {
    projected.when("r", "a-2", session("s", "r", null));

    assertThat(flat("s").session().parentId()).isNull();
    assertThat(flat("s").session().parentIds()).isEmpty();
  }

  @Test
  void instances_come_in_their_order_then_in_that_of_their_creation() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), instance("b", "s", "x", at(1)),
        instance("a", "s", "x", at(1)), instance("old", "s", "x", at(0)),
        instance("last", "s", "x", at(0)), new InstanceReordered("s", "last", 5, at(2)),
        instance("gone", "s", "x"), instanceDeleted("gone", "s"));

    assertThat(instances()).containsExactly("old", "a", "b", "last");
    assertThat(outline(flat("s"))).isEqualTo("s[old, a, b, last][]");
    assertThat(projected.sessions().instancesOfFractal("r")).extracting(InstanceRow::id)
        .containsExactly("old", "a", "b", "last");
  }

  @Test
  void the_instances_of_a_deleted_session_are_not_shown() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), instance("i", "s", "x"))
        .when("r", "import", deleted("g"));

    assertThat(instances()).isEmpty();
    assertThat(projected.sessions().instance("r", "i")).isEmpty();
    assertThat(projected.sessions().instancesOfFractal("r")).isEmpty();
    assertThat(projected.sessions().sessions("r")).isEmpty();
  }

  @Test
  void a_removed_metric_or_split_has_no_name_and_its_value_stays() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), instance("i", "s", "x"),
        metric("m2", "x"), split("l2", "x"), recorded("v", "s", "i", "m", "l2", 1),
        recorded("w", "s", "i", "m2", "l", 2), recorded("u", "s", "i", "m2", null, 3),
        metricRemoved("m", "x"), splitRemoved("l", "x"));

    assertThat(projected.sessions().instance("r", "i").orElseThrow().values()).containsExactly(
        new ValueRow("v", "m", null, null, "l2", "name of l2", 1),
        new ValueRow("w", "m2", "name of m2", "kg", "l", null, 2),
        new ValueRow("u", "m2", "name of m2", "kg", null, null, 3));
  }

  @Test
  void a_deleted_activity_takes_its_names_and_those_of_its_metrics_and_splits()
      throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), instance("i", "s", "x"),
        recorded("v", "s", "i", "m", "l", 1), activityDeleted("x"));

    var row = projected.sessions().instances("r", "s").getFirst();
    assertThat(row.activityName()).isNull();
    assertThat(row.values())
        .containsExactly(new ValueRow("v", "m", null, null, "l", null, 1));
  }
}
