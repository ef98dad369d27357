package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.StreamSupport;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoalTreeTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void the_goals_of_a_fractal_are_the_tree_of_its_root() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");

    var tree = SERVER.get("/api/%s/goals".formatted(root)).ok(200);

    assertThat(tree.id()).isEqualTo(root);
    assertThat(tree.at("/children/0/id").stringValue()).isEqualTo(boat);
    assertThat(tree.at("/children/0/attributes/parent_id").stringValue()).isEqualTo(root);
    assertThat(tree.at("/children/0/children/0/id").stringValue()).isEqualTo(keel);
    assertThat(tree.at("/children/0/children/0/attributes/root_id").stringValue())
        .isEqualTo(root);
    assertThat(tree.at("/children/0/children/0/children").isEmpty()).isTrue();
  }

  @Test
  void a_goal_is_answered_as_its_own_tree_and_the_root_too() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");

    var ofBoat = SERVER.get("/api/%s/goals/%s".formatted(root, boat)).ok(200);
    var ofRoot = SERVER.get("/api/%s/goals/%s".formatted(root, root)).ok(200);

    assertThat(ofBoat.id()).isEqualTo(boat);
    assertThat(ofBoat.at("/children/0/id").stringValue()).isEqualTo(keel);
    assertThat(ofRoot.at("/children/0/children/0/id").stringValue()).isEqualTo(keel);
  }

  @Test
  void children_are_in_order_of_creation() {
    var root = SERVER.fractal("Sail");
    SERVER.goal(root, root, "Z");
    SERVER.clock().advance(Duration.ofSeconds(1));
    SERVER.goal(root, root, "A");
    SERVER.clock().advance(Duration.ofSeconds(1));
    SERVER.goal(root, root, "M");

    var children = SERVER.get("/api/%s/goals".formatted(root)).ok(200).at("/children");

    assertThat(StreamSupport.stream(children.spliterator(), false)
        .map(child -> child.at("/name").stringValue())).containsExactly("Z", "A", "M");
  }

  @Test
  void a_root_that_is_none_is_not_found() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");

    SERVER.get("/api/unknown/goals").problem(404);
    SERVER.get("/api/%s/goals".formatted(boat)).problem(404);
  }

  @Test
  void a_goal_is_found_below_its_own_root_only() {
    var root = SERVER.fractal("Sail");
    var other = SERVER.fractal("Climb");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");

    SERVER.get("/api/%s/goals/%s".formatted(other, boat)).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(boat, keel)).problem(404);
    SERVER.get("/api/unknown/goals/%s".formatted(boat)).problem(404);
    SERVER.get("/api/%s/goals/unknown".formatted(root)).problem(404);
  }

  @Test
  void query_parameters_are_ignored() {
    var root = SERVER.fractal("Sail");

    SERVER.get("/api/%s/goals?page=2&%%20=%%00&x".formatted(root)).ok(200);
  }

  @Test
  void a_very_deep_tree_is_answered_in_full() {
    var root = SERVER.fractal("Down");
    var parent = root;
    int depth = 600;
    for (int level = 0; level < depth; level++) {
      parent = SERVER.goal(root, parent, "Level " + level);
    }

    // deeper than the readers of JSON in these tests go
    var text = SERVER.sendUnchecked(SERVER.request("/api/%s/goals".formatted(root)).GET()).text();

    assertThat(text).contains("\"Level 0\"", "\"Level " + (depth - 1) + "\"");
    SERVER.delete("/api/fractals/" + root).ok(200);
    SERVER.get("/api/%s/goals".formatted(root)).problem(404);
  }
}
