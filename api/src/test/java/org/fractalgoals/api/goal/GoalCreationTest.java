package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GoalCreationTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static Answer add(String root, String members) {
    return SERVER.post("/api/%s/goals".formatted(root), """
      {"name":"Boat","type":"LongTermGoal","parent_id":"%s",%s}
      """.formatted(root, members));
  }

  @Test
  void a_new_goal_is_answered_flat_with_its_root() {
    var root = SERVER.fractal("Sail");

    var answer = add(root, "\"description\":\"Of wood\"").ok(201);

    assertThat(answer.at("/attributes/root_id").stringValue()).isEqualTo(root);
    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(root);
    assertThat(answer.at("/attributes/type").stringValue()).isEqualTo("LongTermGoal");
    assertThat(answer.at("/description").stringValue()).isEqualTo("Of wood");
    assertThat(answer.at("/children").isArray()).isTrue();
    assertThat(answer.at("/children").isEmpty()).isTrue();
  }

  @Test
  void it_can_be_read_as_soon_as_it_is_answered() {
    var root = SERVER.fractal("Sail");
    for (int round = 0; round < 50; round++) {
      var id = SERVER.goal(root, root, "Boat " + round);
      assertThat(SERVER.get("/api/%s/goals/%s".formatted(root, id)).ok(200).id()).isEqualTo(id);
    }
  }

  @Test
  void the_answer_says_up_to_where_the_read_model_has_come() {
    var root = SERVER.fractal("Sail");

    var answer = add(root, "\"description\":\"\"").ok(201);

    var store = SERVER.application().store();
    assertThat(answer.header("Fractal-Position"))
        .hasValue(store.info().storeId() + ":" + store.head().position());
  }

  @ParameterizedTest
  @CsvSource({"2031-05-06, 2031-05-06T00:00:00", "2031-05-06T00:00:00, 2031-05-06T00:00:00",
      "2031-05-06T23:59:59.999Z, 2031-05-06T00:00:00", "2031-05-06Tnonsense, 2031-05-06T00:00:00",
      "2028-02-29, 2028-02-29T00:00:00", "2026-03-04, 2026-03-04T00:00:00"})
  void a_deadline_is_the_day_that_was_sent(String sent, String shown) {
    var root = SERVER.fractal("Sail");

    var answer = add(root, "\"deadline\":\"%s\"".formatted(sent)).ok(201);

    assertThat(answer.at("/deadline").stringValue()).isEqualTo(shown);
    assertThat(answer.at("/attributes/deadline").stringValue()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void no_deadline_is_none(String sent) {
    var root = SERVER.fractal("Sail");

    assertThat(add(root, "\"deadline\":" + sent).ok(201).at("/deadline").isNull()).isTrue();
  }

  @Test
  void completed_in_the_request_is_ignored_and_so_is_what_nobody_knows() {
    var root = SERVER.fractal("Sail");

    var answer = add(root, "\"completed\":true,\"id\":\"mine\",\"what\":[{\"ever\":1}]").ok(201);

    assertThat(answer.at("/attributes/completed").booleanValue(true)).isFalse();
    assertThat(answer.id()).isNotEqualTo("mine");
  }

  @Test
  void levels_may_be_skipped() {
    var root = SERVER.fractal("Sail");

    var goal = SERVER.post("/api/%s/goals".formatted(root), """
      {"name":"Boat","type":"ShortTermGoal","parent_id":"%s"}
      """.formatted(root)).ok(201);

    SERVER.post("/api/%s/goals".formatted(root), """
      {"name":"Paint","type":"NanoGoal","parent_id":"%s"}
      """.formatted(goal.id())).ok(201);
  }

  @Test
  void a_parent_must_be_a_live_goal_of_the_same_fractal() {
    var root = SERVER.fractal("Sail");
    var other = SERVER.fractal("Climb");
    var deleted = SERVER.goal(root, root, "Boat");
    var below = SERVER.goal(root, deleted, "Keel");
    SERVER.delete("/api/%s/goals/%s".formatted(root, deleted)).ok(200);

    for (var parent : new String[] {"unknown", other, deleted, below}) {
      long head = SERVER.head();
      var answer = SERVER.post("/api/%s/goals".formatted(root), """
        {"name":"Mast","type":"LongTermGoal","parent_id":"%s"}
        """.formatted(parent)).problem(400);
      assertThat(answer.error()).contains(parent);
      assertThat(SERVER.head()).isEqualTo(head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"parent_id\":null", ",\"parent_id\":\"\""})
  void without_a_parent_there_is_no_goal(String parent) {
    var root = SERVER.fractal("Sail");
    long head = SERVER.head();

    var answer = SERVER.post("/api/%s/goals".formatted(root),
        "{\"name\":\"Boat\",\"type\":\"LongTermGoal\"%s}".formatted(parent)).problem(400);

    assertThat(answer.error()).contains("needs a parent");
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_root_that_is_none_is_not_found_whatever_the_body() {
    var root = SERVER.fractal("Sail");
    var goal = SERVER.goal(root, root, "Boat");
    var gone = SERVER.fractal("Gone");
    SERVER.delete("/api/fractals/" + gone).ok(200);
    long head = SERVER.head();

    for (var path : new String[] {"unknown", goal, gone}) {
      SERVER.post("/api/%s/goals".formatted(path), """
        {"name":"Mast","type":"LongTermGoal","parent_id":"%s"}
        """.formatted(root)).problem(404);
      SERVER.post("/api/%s/goals".formatted(path), "nonsense").problem(404);
    }

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {" Boat ", "bo\\u0000at", "\\u0001\\u001f\\u007f", "\\n\\t\\r",
      "\\ud83d\\ude80 ahoy", "'; DROP TABLE goals; --", "%00%s{}\\\\\\\"", "\\u202eevil\\u200b x",
      "Ünï\\u0301cödé 船"})
  void a_name_is_kept_as_it_was_sent(String escaped) {
    var root = SERVER.fractal("Sail");
    var blank = escaped.equals("\\n\\t\\r");
    var sent = blank ? escaped + "x" : escaped;

    var answer = SERVER.post("/api/%s/goals".formatted(root), """
      {"name":"%s","type":"LongTermGoal","parent_id":"%s","description":"%s"}
      """.formatted(sent, root, sent)).ok(201);

    var expected = new JsonMapper().readValue("\"" + sent + "\"",
        String.class);
    assertThat(answer.at("/name").stringValue()).isEqualTo(expected);
    assertThat(answer.at("/description").stringValue()).isEqualTo(expected);
    var read = SERVER.get("/api/%s/goals/%s".formatted(root, answer.id())).ok(200);
    assertThat(read.at("/name").stringValue()).isEqualTo(expected);
  }
}
