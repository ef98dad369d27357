package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions are nodes of the tree: the routes of goals take their ids. */
class SessionAsGoalTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";
  private String first = "";
  private String second = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
    first = practice.goal("ImmediateGoal", session, "Bowline");
    second = practice.goal("ImmediateGoal", session, "Hitch");
  }

  private String path(String rest) {
    return "/api/%s/goals/%s%s".formatted(practice.root(), session, rest);
  }

  @Test
  void it_is_answered_as_a_tree() {
    var answer = SERVER.get(path("")).ok(200);

    assertThat(answer.id()).isEqualTo(session);
    assertThat(answer.at("/attributes/type").stringValue()).isEqualTo("PracticeSession");
    assertThat(answer.at("/children").valueStream().map(goal -> goal.at("/id").stringValue()))
        .containsExactly(first, second);
    assertThat(answer.at("/children/0/attributes/parent_id").stringValue()).isEqualTo(session);
    SERVER.get("/api/%s/goals/%s".formatted(SERVER.fractal("Other"), session)).problem(404);
  }

  @Test
  void it_is_changed_and_answered_flat() {
    var answer = SERVER.put(path(""), """
      {"name":"Evening","description":"late","deadline":"2031-01-02T00:00:00",
       "targets":[{"id":"k-1","v":1.50}]}
      """).ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Evening");
    assertThat(answer.at("/attributes/description").stringValue()).isEqualTo("late");
    assertThat(answer.at("/deadline").stringValue()).isEqualTo("2031-01-02T00:00:00");
    assertThat(answer.text()).contains("\"targets\":[{\"id\":\"k-1\",\"v\":1.50}]");
    assertThat(answer.at("/children").isEmpty()).isTrue();
    assertThat(SERVER.put(path(""), "{\"deadline\":\"\",\"targets\":null}").ok(200)
        .at("/attributes/deadline").isNull()).isTrue();
    SERVER.put(path(""), "{\"deadline\":\"2001-01-01\"}").problem(400);
  }

  @Test
  void it_is_completed_turned_round_and_answered_with_its_data() {
    SERVER.put(practice.sessions("/" + session), "{\"session_data\":{\"a\":1}}").ok(200);

    var answer = SERVER.patch(path("/complete"), "{\"completed\":true}").ok(200);

    assertThat(answer.at("/attributes/completed").booleanValue()).isTrue();
    assertThat(answer.at("/attributes/session_data/a").intValue()).isEqualTo(1);
    assertThat(answer.at("/children").size()).isEqualTo(2);
    assertThat(answer.at("/children/0/attributes/completed").booleanValue(true)).isFalse();
    assertThat(SERVER.patch(path("/complete"), "").ok(200).at("/attributes/completed")
        .booleanValue(true)).isFalse();
    assertThat(SERVER.patch(path("/complete"), "nonsense").ok(200).at("/attributes/completed")
        .booleanValue(false)).isTrue();
    SERVER.patch(path("/complete"), "{\"completed\":1}").problem(400);
  }

  @Test
  void it_is_deleted_with_its_goals_and_restored_with_them() {
    SERVER.delete(path("")).ok(200);
    SERVER.get(path("")).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), first)).problem(404);

    var answer = SERVER.post(path("/restore"), "").ok(200);

    assertThat(answer.id()).isEqualTo(session);
    assertThat(SERVER.get(path("")).ok(200).at("/children").size()).isEqualTo(2);
  }

  @Test
  void it_moves_below_another_goal_but_not_below_a_session() {
    var other = practice.goal("ShortTermGoal", practice.root(), "Tides");

    var answer = SERVER.post(path("/move"), "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}"
        .formatted(other)).ok(200);

    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(other);
    assertThat(answer.at("/attributes/parent_ids").valueStream().map(id -> id.stringValue()))
        .contains(other);
    SERVER.post(path("/move"), "{\"parent\":{\"kind\":\"session\",\"id\":\"%s\"}}"
        .formatted(practice.session("Other"))).problem(400);
  }

  @Test
  void goals_below_it_are_put_in_order() {
    SERVER.post(path("/reorder"), "{\"goal_ids\":[\"%s\"]}".formatted(second)).ok(200);

    assertThat(SERVER.get(path("")).ok(200).at("/children").valueStream()
        .map(goal -> goal.at("/id").stringValue())).containsExactly(second, first);
  }

  @Test
  void goals_stand_below_it_only_while_it_lives() {
    SERVER.delete(path("")).ok(200);

    SERVER.post("/api/%s/goals".formatted(practice.root()), """
      {"name":"x","type":"ImmediateGoal","parent_id":"%s"}
      """.formatted(session)).problem(400);
  }

  @Test
  void a_change_of_it_is_a_change_of_its_fractal() {
    SERVER.clock().advance(Duration.ofHours(1));
    var changed = SERVER.put(path(""), "{\"name\":\"Later\"}").ok(200).at("/attributes/updated_at");

    var fractal = SERVER.get("/api/fractals").ok(200).json().valueStream()
        .filter(row -> row.at("/id").stringValue().equals(practice.root())).findFirst();

    assertThat(fractal).get().extracting(row -> row.at("/updated_at")).isEqualTo(changed);
  }

  @Test
  void what_is_performed_in_it_makes_neither_it_nor_its_fractal_newer() {
    var before = SERVER.get("/api/fractals").ok(200).json().valueStream()
        .filter(row -> row.at("/id").stringValue().equals(practice.root())).toList();
    SERVER.clock().advance(Duration.ofHours(1));

    practice.instance(session, practice.activity("Tie knots"));

    assertThat(SERVER.get("/api/fractals").ok(200).json().valueStream()
        .filter(row -> row.at("/id").stringValue().equals(practice.root())).toList())
        .isEqualTo(before);
  }
}
