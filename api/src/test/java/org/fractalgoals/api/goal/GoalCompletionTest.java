package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalCompletionTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";
  private String goal = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    goal = SERVER.goal(root, root, "Boat");
  }

  private Answer complete(String body) {
    return SERVER.patch("/api/%s/goals/%s/complete".formatted(root, goal), body);
  }

  private static boolean completed(Answer answer) {
    return answer.ok(200).at("/attributes/completed").booleanValue();
  }

  @Test
  void a_body_sets_it() {
    assertThat(completed(complete("{\"completed\":true}"))).isTrue();
    assertThat(completed(complete("{\"completed\":true}"))).isTrue();
    assertThat(completed(complete("{\"completed\":false}"))).isFalse();
  }

  @Test
  void setting_it_to_what_it_is_changes_nothing() {
    complete("{\"completed\":true}").ok(200);
    long head = SERVER.head();

    complete("{\"completed\":true}").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "nonsense", "[true]", "null", "{\"other\":1}",
      "{\"completed\""})
  void a_body_that_does_not_say_turns_it_round(String body) {
    assertThat(completed(complete(body))).isTrue();
    assertThat(completed(complete(body))).isFalse();
  }

  @Test
  void a_request_without_body_and_media_type_turns_it_round() {
    var path = "/api/%s/goals/%s/complete".formatted(root, goal);

    assertThat(completed(SERVER.send(SERVER.request(path).method("PATCH",
        BodyPublishers.noBody())))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"true\"", "[]", "{}"})
  void a_value_that_is_no_boolean_is_refused(String value) {
    long head = SERVER.head();

    complete("{\"completed\":" + value + "}").problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void the_answer_is_the_tree_and_only_this_goal_is_completed() {
    var keel = SERVER.goal(root, goal, "Keel");

    var answer = complete("{\"completed\":true}").ok(200);

    assertThat(answer.at("/children/0/id").stringValue()).isEqualTo(keel);
    assertThat(answer.at("/children/0/attributes/completed").booleanValue(true)).isFalse();
    var tree = SERVER.get("/api/%s/goals".formatted(root)).ok(200);
    assertThat(tree.at("/attributes/completed").booleanValue(true)).isFalse();
  }

  @Test
  void what_is_not_there_is_not_found() {
    var other = SERVER.fractal("Climb");
    long head = SERVER.head();

    SERVER.patch("/api/%s/goals/unknown/complete".formatted(root), "").problem(404);
    SERVER.patch("/api/%s/goals/%s/complete".formatted(other, goal), "").problem(404);
    SERVER.patch("/api/unknown/goals/%s/complete".formatted(goal), "").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
