package org.fractalgoals.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionListTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static List<String> ids(Answer answer) {
    return answer.ok(200).json().valueStream().map(item -> item.at("/id").stringValue()).toList();
  }

  @Test
  void sessions_of_a_fractal_are_listed_the_newest_first_with_what_is_below_them() {
    var practice = Practice.on(SERVER);
    var first = practice.session("One");
    var second = practice.session("Two");
    var goal = practice.goal("ImmediateGoal", first, "Bowline");
    Practice.on(SERVER).session("Elsewhere");

    var list = SERVER.get(practice.sessions(""));

    assertThat(ids(list)).containsExactly(second, first);
    assertThat(list.at("/1/children/0/id").stringValue()).isEqualTo(goal);
    assertThat(list.at("/0/attributes/type").stringValue()).isEqualTo("PracticeSession");
  }

  @Test
  void sessions_of_all_fractals_are_listed_in_order_of_creation() {
    var practice = Practice.on(SERVER);
    var other = Practice.on(SERVER);
    var first = practice.session("One");
    var second = other.session("Two");
    var third = practice.session("Three");

    assertThat(ids(SERVER.get("/api/practice-sessions"))).containsSubsequence(first, second,
        third);
  }

  @Test
  void a_session_is_answered_with_what_is_below_it() {
    var practice = Practice.on(SERVER);
    var session = practice.session("One");
    var goal = practice.goal("ImmediateGoal", session, "Bowline");

    var answer = SERVER.get(practice.sessions("/" + session)).ok(200);

    assertThat(answer.id()).isEqualTo(session);
    assertThat(answer.at("/children/0/id").stringValue()).isEqualTo(goal);
  }

  @Test
  void what_is_no_session_of_the_fractal_is_not_found() {
    var practice = Practice.on(SERVER);
    var other = Practice.on(SERVER);
    var session = practice.session("One");

    SERVER.get(practice.sessions("/unknown")).problem(404);
    SERVER.get(practice.sessions("/" + practice.goal())).problem(404);
    SERVER.get(other.sessions("/" + session)).problem(404);
    SERVER.get("/api/unknown/sessions/" + session).problem(404);
    SERVER.get("/api/unknown/sessions").problem(404);
    SERVER.get("/api/%s/sessions".formatted(practice.goal())).problem(404);
    SERVER.post(practice.sessions("/%s/goals".formatted(session)), "{}").problem(404);
  }

  @Test
  void data_shows_the_instances_it_lists_in_every_answer() {
    var practice = Practice.on(SERVER);
    var session = practice.session("One");
    var instance = practice.instance(session, practice.activity("Tie knots"));
    var foreign = practice.instance(practice.session("Two"), practice.activity("Row"));
    var saved = SERVER.put(practice.sessions("/" + session), """
      {"session_data":{"sections":[{"name":"Prep","activity_ids":["%s","%s"]}]}}
      """.formatted(foreign, instance)).ok(200);
    var tree = SERVER.get("/api/%s/goals".formatted(practice.root())).ok(200);
    var list = SERVER.get(practice.sessions("")).ok(200);
    var path = "/attributes/session_data/sections/0/";

    for (var node : List.of(saved.json(), tree.at("/children/0/children/0"), list.at("/1"),
        SERVER.get(practice.sessions("/" + session)).json())) {
      assertThat(node.at(path + "exercises").valueStream()
          .map(exercise -> exercise.at("/instance_id").stringValue())).containsExactly(instance);
      assertThat(node.at(path + "activity_ids").size()).isEqualTo(2);
    }
    assertThat(saved.at(path + "exercises/0/name").stringValue()).isEqualTo("Tie knots");
  }
}
