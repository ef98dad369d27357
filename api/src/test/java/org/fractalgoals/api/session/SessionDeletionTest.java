package org.fractalgoals.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionDeletionTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";
  private String goal = "";
  private String instance = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
    goal = practice.goal("ImmediateGoal", session, "Bowline");
    instance = practice.instance(session, practice.activity("Tie knots"));
  }

  private void assertGone() {
    SERVER.get(practice.sessions("/" + session)).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), session)).problem(404);
    SERVER.get("/api/%s/goals/%s".formatted(practice.root(), goal)).problem(404);
    SERVER.get(practice.sessions("/%s/activities".formatted(session))).problem(404);
    SERVER.put(practice.instances("/" + instance), "{}").problem(404);
    assertThat(SERVER.get(practice.sessions("")).ok(200).json().isEmpty()).isTrue();
    assertThat(SERVER.get(practice.instances("")).ok(200).json().isEmpty()).isTrue();
  }

  @Test
  void a_deleted_session_takes_what_is_below_and_in_it_along() {
    var answer = SERVER.delete(practice.sessions("/" + session)).ok(200);

    assertThat(answer.at("/message").stringValue()).isNotBlank();
    assertGone();
    SERVER.delete(practice.sessions("/" + session)).problem(404);
  }

  @Test
  void it_comes_back_with_all_of_it() {
    SERVER.delete(practice.sessions("/" + session)).ok(200);

    var answer = SERVER.post(practice.sessions("/%s/restore".formatted(session)), "").ok(200);

    assertThat(answer.id()).isEqualTo(session);
    assertThat(answer.at("/children").isEmpty()).isTrue();
    assertThat(SERVER.get(practice.sessions("/" + session)).ok(200).at("/children/0/id")
        .stringValue()).isEqualTo(goal);
    assertThat(SERVER.get(practice.instances("")).ok(200).at("/0/id").stringValue())
        .isEqualTo(instance);
  }

  @Test
  void a_session_goes_with_its_goal_and_comes_back_with_it() {
    SERVER.delete("/api/%s/goals/%s".formatted(practice.root(), practice.goal())).ok(200);
    assertGone();
    SERVER.post(practice.sessions("/%s/restore".formatted(session)), "").problem(409);

    SERVER.post("/api/%s/goals/%s/restore".formatted(practice.root(), practice.goal()), "")
        .ok(200);

    SERVER.get(practice.sessions("/" + session)).ok(200);
  }

  @Test
  void a_further_parent_that_is_deleted_is_linked_no_more() {
    var second = practice.goal("ShortTermGoal", practice.root(), "Tides");
    var linked = SERVER.post(practice.sessions(""), """
      {"parent_ids":["%s","%s"]}
      """.formatted(practice.goal(), second)).ok(201).id();

    SERVER.delete("/api/%s/goals/%s".formatted(practice.root(), second)).ok(200);

    var ids = SERVER.get(practice.sessions("/" + linked)).ok(200).at("/attributes/parent_ids");
    assertThat(ids.valueStream().map(id -> id.stringValue())).containsExactly(practice.goal());
  }

  @Test
  void a_session_may_come_back_under_another_name_below_another_goal() {
    var second = practice.goal("ShortTermGoal", practice.root(), "Tides");
    SERVER.delete(practice.sessions("/" + session)).ok(200);

    var answer = SERVER.post(practice.sessions("/%s/restore".formatted(session)), """
      {"name":"Again","parent":{"kind":"goal","id":"%s"}}
      """.formatted(second)).ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Again");
    assertThat(answer.at("/attributes/parent_id").stringValue()).isEqualTo(second);
  }

  @Test
  void what_is_no_session_of_the_fractal_is_not_found() {
    var other = Practice.on(SERVER);
    long head = SERVER.head();

    SERVER.delete(practice.sessions("/unknown")).problem(404);
    SERVER.delete(practice.sessions("/" + practice.goal())).problem(404);
    SERVER.delete(other.sessions("/" + session)).problem(404);
    SERVER.post(other.sessions("/%s/restore".formatted(session)), "").problem(404);
    SERVER.post(practice.sessions("/unknown/restore"), "").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_session_goes_with_its_first_goal_even_if_it_serves_another_one() {
    var second = practice.goal("ShortTermGoal", practice.root(), "Tides");
    var linked = SERVER.post(practice.sessions(""), """
      {"parent_ids":["%s","%s"]}
      """.formatted(practice.goal(), second)).ok(201).id();

    SERVER.delete("/api/%s/goals/%s".formatted(practice.root(), practice.goal())).ok(200);

    SERVER.get(practice.sessions("/" + linked)).problem(404);
    SERVER.post("/api/%s/goals/%s/restore".formatted(practice.root(), practice.goal()), "")
        .ok(200);
    var ids = SERVER.get(practice.sessions("/" + linked)).ok(200).at("/attributes/parent_ids");
    assertThat(ids.valueStream().map(id -> id.stringValue()))
        .containsExactlyInAnyOrder(practice.goal(), second);
  }
}
