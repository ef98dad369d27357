package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalPlacementTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";
  private String a = "";
  private String b = "";
  private String c = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    a = SERVER.goal(root, root, "A");
    b = SERVER.goal(root, root, "B");
    c = SERVER.goal(root, root, "C");
  }

  private Answer move(String goal, String parent) {
    return SERVER.post("/api/%s/goals/%s/move".formatted(root, goal),
        "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(parent));
  }

  private Answer reorder(String parent, String ids) {
    return SERVER.post("/api/%s/goals/%s/reorder".formatted(root, parent),
        "{\"goal_ids\":%s}".formatted(ids));
  }

  private List<String> children(String parent) {
    return SERVER.get("/api/%s/goals/%s".formatted(root, parent)).ok(200).at("/children")
        .valueStream().map(child -> child.at("/id").stringValue()).toList();
  }

  @Test
  void a_moved_goal_stands_last_below_its_new_parent() {
    var below = SERVER.goal(root, b, "Below B");

    var answer = move(a, b).ok(200);

    assertThat(answer.id()).isEqualTo(a);
    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(b);
    assertThat(answer.at("/children").isEmpty()).isTrue();
    assertThat(children(root)).containsExactly(b, c);
    assertThat(children(b)).containsExactly(below, a);
  }

  @Test
  void moving_it_where_it_is_changes_nothing() {
    long head = SERVER.head();

    move(a, root).ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void nothing_moves_below_itself() {
    var below = SERVER.goal(root, a, "Below A");
    long head = SERVER.head();

    move(a, a).problem(400);
    move(a, below).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_root_does_not_move() {
    long head = SERVER.head();

    move(root, a).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_new_parent_must_be_a_live_goal_of_the_same_fractal() {
    var other = SERVER.fractal("Climb");
    SERVER.delete("/api/%s/goals/%s".formatted(root, c)).ok(200);
    long head = SERVER.head();

    assertThat(move(a, "unknown").problem(400).error()).contains("unknown");
    assertThat(move(a, other).problem(400).error()).contains(other);
    assertThat(move(a, c).problem(400).error()).contains(c, "deleted");

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"parent\":null}", "{\"parent\":\"x\"}", "{\"parent\":{}}",
      "{\"parent\":{\"kind\":\"goal\"}}", "{\"parent\":{\"id\":\"x\"}}",
      "{\"parent\":{\"kind\":\"goal\",\"id\":null}}", "{\"parent\":{\"kind\":\"goal\",\"id\":1}}",
      "{\"parent\":{\"kind\":\"goal\",\"id\":\"\"}}",
      "{\"parent\":{\"kind\":\"note\",\"id\":\"x\"}}",
      "{\"parent\":{\"kind\":\"session\",\"id\":\"x\"}}", "{\"parent\":[]}", ""})
  void a_move_needs_a_parent_with_kind_and_id(String body) {
    long head = SERVER.head();

    SERVER.post("/api/%s/goals/%s/move".formatted(root, a), body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void children_stand_as_they_are_listed_and_the_others_after_them() {
    var answer = reorder(root, "[\"%s\",\"%s\"]".formatted(c, a)).ok(200);

    assertThat(answer.id()).isEqualTo(root);
    assertThat(answer.at("/children").isEmpty()).isTrue();
    assertThat(children(root)).containsExactly(c, a, b);
  }

  @Test
  void a_new_goal_stands_last_after_a_reordering() {
    reorder(root, "[\"%s\"]".formatted(c)).ok(200);

    var d = SERVER.goal(root, root, "D");

    assertThat(children(root)).containsExactly(c, a, b, d);
  }

  @Test
  void the_order_they_have_changes_nothing() {
    long head = SERVER.head();

    reorder(root, "[\"%s\",\"%s\"]".formatted(a, b)).ok(200);
    reorder(root, "[]").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void only_live_children_can_be_put_in_order_and_each_once() {
    var below = SERVER.goal(root, a, "Below A");
    SERVER.delete("/api/%s/goals/%s".formatted(root, b)).ok(200);
    long head = SERVER.head();

    reorder(root, "[\"unknown\"]").problem(400);
    reorder(root, "[\"%s\"]".formatted(below)).problem(400);
    reorder(root, "[\"%s\"]".formatted(b)).problem(400);
    reorder(root, "[\"%s\",\"%s\"]".formatted(a, a)).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"x\"", "{}", "[1]", "[null]", "[\"\"]", "[[]]"})
  void an_order_is_a_list_of_ids(String ids) {
    long head = SERVER.head();

    reorder(root, ids).problem(400);
    SERVER.post("/api/%s/goals/%s/reorder".formatted(root, root), "{}").problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var other = SERVER.fractal("Climb");
    long head = SERVER.head();

    move("unknown", root).problem(404);
    reorder("unknown", "[]").problem(404);
    SERVER.post("/api/%s/goals/%s/move".formatted(other, a), "{}").problem(404);
    SERVER.post("/api/unknown/goals/%s/reorder".formatted(a), "{}").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
