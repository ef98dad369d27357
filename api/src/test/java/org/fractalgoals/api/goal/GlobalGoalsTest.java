package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that name no fractal. */
class GlobalGoalsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
  }

  private static Answer create(String body) {
    return SERVER.post("/api/goals", body);
  }

  @Test
  void the_trees_of_all_fractals_are_listed() {
    var trees = SERVER.get("/api/goals").ok(200).json();

    var tree = trees.valueStream()
        .filter(root -> root.at("/id").stringValue().equals(practice.root())).findFirst()
        .orElseThrow();
    assertThat(tree.at("/children/0/id").stringValue()).isEqualTo(practice.goal());
    assertThat(tree.at("/children/0/children/0/id").stringValue()).isEqualTo(session);
  }

  @Test
  void a_goal_is_created_below_a_goal_or_session() {
    var answer = create("""
      {"name":"Reef","type":"ImmediateGoal","parent_id":"%s","description":"d",
       "deadline":"2031-05-06T10:00:00Z","completed":true}
      """.formatted(session)).ok(201);

    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(session);
    assertThat(answer.at("/attributes/root_id").stringValue()).isEqualTo(practice.root());
    assertThat(answer.at("/deadline").stringValue()).isEqualTo("2031-05-06T00:00:00");
    assertThat(answer.at("/attributes/completed").booleanValue()).isTrue();
    assertThat(answer.at("/children").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"parent_id\":null", ",\"parent_id\":\"\""})
  void a_goal_without_parent_is_a_fractal(String parent) {
    var answer = create("{\"name\":\"Reef\",\"type\":\"MicroGoal\"%s}".formatted(parent)).ok(201);

    assertThat(answer.at("/attributes/root_id").stringValue()).isEqualTo(answer.id());
    assertThat(answer.at("/attributes/completed").booleanValue(true)).isFalse();
    SERVER.get("/api/%s/goals".formatted(answer.id())).ok(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"x\"}", "{\"type\":\"NanoGoal\"}",
      "{\"name\":\"x\",\"type\":\"PracticeSession\"}", "{\"name\":\"x\",\"type\":\"Goal\"}",
      "{\"name\":\" \",\"type\":\"NanoGoal\"}",
      "{\"name\":\"x\",\"type\":\"NanoGoal\",\"deadline\":\"soon\"}",
      "{\"name\":\"x\",\"type\":\"NanoGoal\",\"completed\":1}",
      "{\"name\":\"x\",\"type\":\"NanoGoal\",\"parent_id\":1}", "", "[]"})
  void what_is_wrong_is_refused(String body) {
    long head = SERVER.head();

    create(body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_parent_that_is_not_there_is_not_found() {
    SERVER.delete("/api/goals/" + session).ok(200);
    long head = SERVER.head();

    create("{\"name\":\"x\",\"type\":\"NanoGoal\",\"parent_id\":\"unknown\"}").problem(404);
    create("{\"name\":\"x\",\"type\":\"NanoGoal\",\"parent_id\":\"%s\"}".formatted(session))
        .problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void goals_and_sessions_are_answered_flat() {
    assertThat(SERVER.get("/api/goals/" + practice.goal()).ok(200).at("/children").isEmpty())
        .isTrue();
    assertThat(SERVER.get("/api/goals/" + session).ok(200).at("/attributes/type").stringValue())
        .isEqualTo("PracticeSession");
    assertThat(SERVER.get("/api/goals/" + practice.root()).ok(200).at("/children").isEmpty())
        .isTrue();
  }

  @Test
  void a_change_leaves_name_and_description_that_are_null() {
    SERVER.put("/api/goals/" + practice.goal(), "{\"description\":\"old\"}").ok(200);

    var answer = SERVER.put("/api/goals/" + practice.goal(), """
      {"name":null,"description":null,"deadline":"2031-01-02"}
      """).ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Knots");
    assertThat(answer.at("/description").stringValue()).isEqualTo("old");
    assertThat(answer.at("/deadline").stringValue()).isEqualTo("2031-01-02T00:00:00");
    assertThat(SERVER.put("/api/goals/" + practice.goal(), "{\"deadline\":null}").ok(200)
        .at("/deadline").isNull()).isTrue();
    SERVER.put("/api/goals/" + practice.goal(), "{\"deadline\":\"soon\"}").problem(400);
    assertThat(SERVER.put("/api/goals/" + session, "{\"name\":\"Late\"}").ok(200).at("/name")
        .stringValue()).isEqualTo("Late");
  }

  @Test
  void completion_is_answered_as_a_tree() {
    var answer = SERVER.patch("/api/goals/%s/complete".formatted(practice.goal()), "").ok(200);

    assertThat(answer.at("/attributes/completed").booleanValue()).isTrue();
    assertThat(answer.at("/children/0/id").stringValue()).isEqualTo(session);
    assertThat(SERVER.patch("/api/goals/%s/complete".formatted(session), "{\"completed\":true}")
        .ok(200).at("/attributes/completed").booleanValue()).isTrue();
  }

  @Test
  void a_deleted_goal_takes_what_is_below_it_along() {
    assertThat(SERVER.delete("/api/goals/" + practice.goal()).ok(200).at("/status").stringValue())
        .isEqualTo("success");

    SERVER.get("/api/goals/" + practice.goal()).problem(404);
    SERVER.get("/api/goals/" + session).problem(404);
    SERVER.delete("/api/goals/" + practice.goal()).problem(404);
    SERVER.delete("/api/goals/" + practice.root()).ok(200);
    SERVER.get("/api/%s/goals".formatted(practice.root())).problem(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "goals", "trash", "sessions", "activities",
      "practice-sessions",
      "practice-session", "a%2Fb"})
  void what_is_not_there_is_not_found(String id) {
    SERVER.get("/api/goals/" + id).problem(404);
    SERVER.patch("/api/goals/%s/complete".formatted(id), "").problem(404);
    SERVER.post("/api/goals/%s/targets".formatted(id), "{}").problem(404);
    SERVER.delete("/api/goals/%s/targets/k".formatted(id)).problem(404);
  }
}
