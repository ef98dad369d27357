package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalChangeTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private String root = "";
  private String goal = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    goal = SERVER.goal(root, root, "Boat");
    SERVER.clock().advance(Duration.ofSeconds(1));
  }

  private Answer change(String body) {
    return SERVER.put("/api/%s/goals/%s".formatted(root, goal), body);
  }

  private Answer read() {
    return SERVER.get("/api/%s/goals/%s".formatted(root, goal)).ok(200);
  }

  @Test
  void only_what_is_sent_changes() {
    change("{\"description\":\"Of wood\",\"deadline\":\"2031-05-06\"}").ok(200);

    var answer = change("{\"name\":\"Ship\"}").ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Ship");
    assertThat(answer.at("/description").stringValue()).isEqualTo("Of wood");
    assertThat(answer.at("/deadline").stringValue()).isEqualTo("2031-05-06T00:00:00");
    assertThat(read().at("/name").stringValue()).isEqualTo("Ship");
  }

  @Test
  void the_answer_is_flat() {
    SERVER.goal(root, goal, "Keel");

    assertThat(change("{\"name\":\"Ship\"}").ok(200).at("/children").isEmpty()).isTrue();
  }

  @Test
  void the_edit_form_may_send_the_deadline_back_as_it_was_shown() {
    change("{\"deadline\":\"2031-05-06\"}").ok(200);
    long head = SERVER.head();

    change("{\"name\":\"Boat\",\"description\":\"\",\"deadline\":\"2031-05-06T00:00:00\"}").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void null_or_an_empty_text_clears_the_deadline(String nothing) {
    change("{\"deadline\":\"2031-05-06\"}").ok(200);

    var answer = change("{\"deadline\":" + nothing + "}").ok(200);

    assertThat(answer.at("/deadline").isNull()).isTrue();
    assertThat(answer.at("/attributes/deadline").isNull()).isTrue();
  }

  @Test
  void updated_at_moves_when_something_really_changes_and_only_then() {
    var before = read().at("/attributes/updated_at").stringValue();

    assertThat(change("{\"name\":\"Boat\"}").ok(200).at("/attributes/updated_at").stringValue())
        .isEqualTo(before);
    assertThat(change("{}").ok(200).at("/attributes/updated_at").stringValue()).isEqualTo(before);
    assertThat(change("{\"name\":\"Ship\"}").ok(200).at("/attributes/updated_at").stringValue())
        .isGreaterThan(before);
  }

  @Test
  void other_members_are_ignored() {
    long head = SERVER.head();

    var answer = change("""
      {"completed":true,"type":"NanoGoal","parent_id":"x","id":"y","root_id":3,"created_at":[]}
      """).ok(200);

    assertThat(answer.at("/attributes/completed").booleanValue(true)).isFalse();
    assertThat(answer.at("/attributes/type").stringValue()).isEqualTo("LongTermGoal");
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void all_changes_of_a_request_are_made_or_none() {
    long head = SERVER.head();

    change("{\"name\":\"Ship\",\"deadline\":\"2001-01-01\"}").problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
    assertThat(read().at("/name").stringValue()).isEqualTo("Boat");
  }

  @Test
  void a_deadline_may_be_the_day_of_creation_but_not_the_day_before() {
    change("{\"deadline\":\"2026-03-04\"}").ok(200);

    assertThat(change("{\"deadline\":\"2026-03-03\"}").problem(400).error())
        .contains("2026-03-03", "2026-03-04");
  }

  @Test
  void targets_stay_exactly_as_they_were_sent() {
    var targets = """
      [{"z":1.00,"a":1e3,"id":"k-1","n":12345678901234567890,"t":"\\u0041\\u0000\\ud83d\\ude80",
        "metrics":[{"metric_id":"m-1","value":10.0}, {}, null],"m":-0.0E-7}]""";

    var answer = change("{\"targets\" : %s }".formatted(targets)).ok(200);

    assertThat(answer.text()).contains("\"targets\":" + targets);
    assertThat(read().text()).contains("\"targets\":" + targets);
  }

  @Test
  void targets_that_mean_the_same_change_nothing() {
    change("{\"targets\":[{\"id\":\"k\",\"value\":10.0}]}").ok(200);
    long head = SERVER.head();

    change("{\"targets\":[{\"value\":1e1, \"id\":\"k\"}]}").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null"})
  void no_targets_empty_the_list(String none) {
    change("{\"targets\":[{\"id\":\"k\"}]}").ok(200);

    assertThat(change("{\"targets\":" + none + "}").ok(200).at("/attributes/targets").isEmpty())
        .isTrue();
    assertThat(read().at("/attributes/targets").isEmpty()).isTrue();
  }

  @Test
  void emptying_an_empty_list_of_targets_changes_nothing() {
    long head = SERVER.head();

    change("{\"targets\":[]}").ok(200);
    change("{\"targets\":null}").ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_null_description_is_an_empty_one() {
    change("{\"description\":\"Of wood\"}").ok(200);

    assertThat(change("{\"description\":null}").ok(200).at("/description").stringValue())
        .isEmpty();
  }

  @Test
  void a_root_can_be_changed_like_any_goal() {
    var answer = SERVER.put("/api/%s/goals/%s".formatted(root, root), "{\"name\":\"Swim\"}")
        .ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Swim");
  }

  @Test
  void what_is_not_there_is_not_found() {
    var other = SERVER.fractal("Climb");
    var gone = SERVER.goal(root, root, "Gone");
    SERVER.delete("/api/%s/goals/%s".formatted(root, gone)).ok(200);
    long head = SERVER.head();

    SERVER.put("/api/%s/goals/unknown".formatted(root), "{\"name\":\"x\"}").problem(404);
    SERVER.put("/api/unknown/goals/%s".formatted(goal), "{\"name\":\"x\"}").problem(404);
    SERVER.put("/api/%s/goals/%s".formatted(other, goal), "{\"name\":\"x\"}").problem(404);
    SERVER.put("/api/%s/goals/%s".formatted(root, gone), "{\"name\":\"x\"}").problem(404);
    SERVER.put("/api/%s/goals/%s".formatted(goal, goal), "{\"name\":\"x\"}").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
