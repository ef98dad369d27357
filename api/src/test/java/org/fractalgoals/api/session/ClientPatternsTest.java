package org.fractalgoals.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the existing client does with a session from its opening to its completion. */
class ClientPatternsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String activity = "";
  private String session = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    activity = practice.activity("Tie knots");
    session = practice.session("Morning");
  }

  /** Effects run twice in development: each of these requests does. */
  @Test
  void a_page_that_does_everything_twice_does_it_once() {
    var id = SERVER.application().store().ids().next();
    var instance = "{\"instance_id\":\"%s\",\"activity_definition_id\":\"%s\"}".formatted(id,
        activity);
    var activities = practice.sessions("/%s/activities".formatted(session));
    var data = """
      {"session_data":"{\\"sections\\":[{\\"name\\":\\"Prep\\",\\"activity_ids\\":[\\"%s\\"]}]}"}
      """.formatted(id);

    SERVER.post(activities, instance).ok(201);
    var added = SERVER.post(activities, instance).ok(200);
    var saved = SERVER.put(practice.sessions("/" + session), data).ok(200);
    SERVER.clock().advance(Duration.ofSeconds(1));
    var again = SERVER.put(practice.sessions("/" + session), data).ok(200);

    assertThat(added.id()).isEqualTo(id);
    assertThat(SERVER.get(activities).ok(200).json().size()).isEqualTo(1);
    assertThat(again.json()).isEqualTo(saved.json());
    assertThat(again.header("Fractal-Position")).isEqualTo(saved.header("Fractal-Position"));
  }

  @Test
  void a_session_is_completed_by_stopping_saving_and_completing() {
    var instance = practice.instance(session, activity);
    var body = "{\"practice_session_id\":\"%s\",\"activity_definition_id\":\"%s\"}".formatted(
        session, activity);
    SERVER.post(practice.instances("/%s/start".formatted(instance)), body).ok(200);
    SERVER.clock().advance(Duration.ofSeconds(90));

    SERVER.post(practice.instances("/%s/stop".formatted(instance)), body).ok(200);
    SERVER.put(practice.sessions("/" + session), """
      {"session_data":"{\\"sections\\":[{\\"activity_ids\\":[\\"%s\\"]}]}",
       "session_start":"2031-01-02T10:00:00.000Z","session_end":"2031-01-02T10:01:30.000Z",
       "total_duration_seconds":90}
      """.formatted(instance)).ok(200);
    var completed = SERVER.patch("/api/%s/goals/%s/complete".formatted(practice.root(), session),
        "{\"completed\":true}").ok(200);

    var attributes = completed.at("/attributes");
    assertThat(attributes.at("/completed").booleanValue()).isTrue();
    assertThat(attributes.at("/session_end").stringValue()).isEqualTo("2031-01-02T10:01:30");
    assertThat(attributes.at("/total_duration_seconds").longValue()).isEqualTo(90);
    assertThat(attributes.at("/session_data/sections/0/exercises/0/duration_seconds").longValue())
        .isEqualTo(90);
    assertThat(SERVER.get(practice.sessions("")).ok(200).at("/0/attributes"))
        .isEqualTo(attributes);
  }

  @Test
  void what_comes_after_an_end_before_the_start_is_not_lost() {
    var path = practice.sessions("/" + session);
    SERVER.put(path, "{\"session_start\":\"2031-01-02T10:00:00\"}").ok(200);
    SERVER.put(path, "{\"session_end\":\"2031-01-02T09:00:00\",\"session_data\":\"{\\\"n\\\":1}\"}")
        .ok(200);

    var answer = SERVER.put(path, """
      {"session_end":"2031-01-02T09:00:00","session_data":"{\\"n\\":2}"}
      """).ok(200);

    assertThat(answer.at("/attributes/session_data/n").intValue()).isEqualTo(2);
    assertThat(answer.at("/attributes/end_precedes_start").booleanValue()).isTrue();
    assertThat(SERVER.put(path, "{\"session_end\":\"2031-01-02T11:00:00\"}").ok(200)
        .at("/attributes/end_precedes_start").booleanValue(true)).isFalse();
  }

  @Test
  void a_goal_whose_targets_are_reached_is_completed_by_nobody_but_the_client() {
    SERVER.put("/api/%s/goals/%s".formatted(practice.root(), practice.goal()), """
      {"targets":[{"id":"k-1","activity_id":"%1$s",
        "metrics":[{"metric_id":"%1$s-load","value":10.0}]}]}
      """.formatted(activity)).ok(200);
    var instance = practice.instance(session, activity);
    SERVER.put(practice.sessions("/%s/activities/%s/metrics".formatted(session, instance)),
        "{\"metrics\":[{\"metric_id\":\"%s-load\",\"value\":12}]}".formatted(activity)).ok(200);

    SERVER.put(practice.sessions("/" + session), """
      {"session_data":{"sections":[{"activity_ids":["%s"]}]},"completed":true}
      """.formatted(instance)).ok(200);

    assertThat(SERVER.get("/api/%s/goals/%s".formatted(practice.root(), practice.goal())).ok(200)
        .at("/attributes/completed").booleanValue(true)).isFalse();
  }
}
