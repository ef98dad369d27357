package org.fractalgoals.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PracticeSessionTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
  }

  private static Answer create(String body) {
    return SERVER.post("/api/goals/practice-session", body);
  }

  @Test
  void a_session_is_created_below_the_first_goal_with_a_name_made_of_number_and_day() {
    practice.session("Earlier");
    var second = practice.goal("ShortTermGoal", practice.root(), "Tides");

    var answer = create("""
      {"parent_ids":["%s","%s"],"description":"free","name":"ignored",
       "immediate_goals":[{"name":"Bowline"},{"name":""},{"name":"Hitch","description":"half"}]}
      """.formatted(practice.goal(), second)).ok(201);

    assertThat(answer.at("/success").booleanValue()).isTrue();
    var session = answer.at("/practice_session");
    assertThat(session.at("/name").stringValue()).isEqualTo("Practice Session 2 - 03/04/2026");
    assertThat(session.at("/description").stringValue()).isEqualTo("free");
    assertThat(session.at("/attributes/parent_id").stringValue()).isEqualTo(practice.goal());
    assertThat(session.at("/attributes/parent_ids").size()).isEqualTo(1);
    assertThat(session.at("/attributes/root_id").stringValue()).isEqualTo(practice.root());
    assertThat(session.at("/children").valueStream().map(goal -> goal.at("/name").stringValue()))
        .containsExactly("Bowline", "Hitch");
    assertThat(session.at("/children/1/description").stringValue()).isEqualTo("half");
  }

  @Test
  void goals_that_are_not_there_are_not_found_and_others_are_refused() {
    var other = Practice.on(SERVER);
    long head = SERVER.head();

    create("{\"parent_ids\":[\"unknown\"]}").problem(404);
    create("{\"parent_ids\":[\"%s\",\"unknown\"]}".formatted(practice.goal())).problem(404);
    create("{\"parent_ids\":[]}").problem(400);
    create("{\"parent_ids\":null}").problem(400);
    create("{}").problem(400);
    create("{\"parent_ids\":[\"%s\"]}".formatted(practice.root())).problem(400);
    create("{\"parent_ids\":[\"%s\",\"%s\"]}".formatted(practice.goal(), other.goal()))
        .problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
