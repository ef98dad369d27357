package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoalDeletionTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Test
  void a_deleted_goal_takes_its_children_along() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");
    var crew = SERVER.goal(root, root, "Crew");

    var answer = SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);

    assertThat(answer.at("/status").stringValue()).isEqualTo("success");
    assertThat(answer.at("/message").stringValue()).isNotBlank();
    SERVER.get("/api/%s/goals/%s".formatted(root, boat)).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(root, keel)).problem(404);
    var tree = SERVER.get("/api/%s/goals".formatted(root)).ok(200);
    assertThat(tree.text()).contains(crew).doesNotContain(boat).doesNotContain(keel);
  }

  @Test
  void whatever_is_asked_of_a_deleted_goal_it_is_not_found() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    var keel = SERVER.goal(root, boat, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);
    long head = SERVER.head();

    for (var id : new String[] {boat, keel}) {
      var path = "/api/%s/goals/%s".formatted(root, id);
      SERVER.delete(path).problem(404);
      SERVER.put(path, "{\"name\":\"x\"}").problem(404);
      SERVER.patch(path + "/complete", "").problem(404);
      SERVER.post(path + "/move", "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(root))
          .problem(404);
      SERVER.post(path + "/reorder", "{\"goal_ids\":[]}").problem(404);
    }

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_goal_is_deleted_below_its_own_root_only() {
    var root = SERVER.fractal("Sail");
    var other = SERVER.fractal("Climb");
    var boat = SERVER.goal(root, root, "Boat");
    long head = SERVER.head();

    SERVER.delete("/api/%s/goals/%s".formatted(other, boat)).problem(404);
    SERVER.delete("/api/unknown/goals/%s".formatted(boat)).problem(404);
    SERVER.delete("/api/%s/goals/unknown".formatted(root)).problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void deleting_the_root_as_a_goal_deletes_the_fractal() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");

    SERVER.delete("/api/%s/goals/%s".formatted(root, root)).ok(200);

    SERVER.get("/api/%s/goals/%s".formatted(root, boat)).problem(404);
    assertThat(SERVER.get("/api/fractals").ok(200).text()).doesNotContain(root);
  }

  @Test
  void all_that_goes_goes_in_one_action() {
    var root = SERVER.fractal("Sail");
    var boat = SERVER.goal(root, root, "Boat");
    SERVER.goal(root, boat, "Keel");
    SERVER.goal(root, boat, "Mast");
    var store = SERVER.application().store();
    var before = store.head();

    SERVER.delete("/api/%s/goals/%s".formatted(root, boat)).ok(200);

    var events = store.readAfter(before, 10).events();
    assertThat(events).hasSize(3);
    assertThat(events).extracting(event -> event.type()).containsOnly("goal.deleted");
    assertThat(events).extracting(event -> event.actionId()).containsOnly(
        events.getFirst().actionId());
  }
}
