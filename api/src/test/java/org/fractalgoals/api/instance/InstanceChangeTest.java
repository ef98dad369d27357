package org.fractalgoals.api.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceChangeTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";
  private String activity = "";
  private String instance = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
    activity = practice.activity("Tie knots");
    instance = practice.instance(session, activity);
  }

  private Answer put(String id, String body) {
    return SERVER.put(practice.instances("/" + id), body);
  }

  @ParameterizedTest
  @CsvSource({"2031-01-02T10:00:00Z, 2031-01-02T10:00:00Z",
      "2031-01-02T10:00:00.999Z, 2031-01-02T10:00:00Z",
      "2031-01-02T10:00:00+05:30, 2031-01-02T04:30:00Z",
      "2031-01-02T10:00:00.9, 2031-01-02T10:00:00Z", "2031-01-02, 2031-01-02T00:00:00Z"})
  void times_are_told_in_utc(String sent, String shown) {
    assertThat(put(instance, "{\"time_start\":\"%s\"}".formatted(sent)).ok(200).at("/time_start")
        .stringValue()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"2031-01-02T10:00:00Z, 2031-01-02T10:01:00Z, 60",
      "2031-01-02T10:00:00.9Z, 2031-01-02T10:00:01.1Z, 1",
      "2031-01-02T10:00:00.9, 2031-01-02T10:00:01.1, 0",
      "2031-01-02T10:00:00Z, 2031-01-02T10:00:00Z, 0"})
  void the_duration_is_that_between_both_times(String start, String stop, long seconds) {
    var answer = put(instance, """
      {"time_start":"%s","time_stop":"%s","duration_seconds":12345}
      """.formatted(start, stop)).ok(200);

    assertThat(answer.at("/duration_seconds").longValue()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\""})
  void a_timer_is_reset_by_clearing_both_times(String nothing) {
    put(instance, """
      {"time_start":"2031-01-02T10:00:00Z","time_stop":"2031-01-02T10:01:00Z"}
      """).ok(200);

    var answer = put(instance, """
      {"practice_session_id":"%s","activity_definition_id":"%s","time_start":%s,"time_stop":%s}
      """.formatted(session, activity, nothing, nothing)).ok(200);

    assertThat(answer.at("/time_start").isNull()).isTrue();
    assertThat(answer.at("/time_stop").isNull()).isTrue();
    assertThat(answer.at("/duration_seconds").isNull()).isTrue();
  }

  @Test
  void sets_are_kept_as_they_are_sent() {
    var sent = "[{\"reps\": 1.50, \"z\":1,\"a\":2},[],null,\"x\"]";

    var answer = put(instance, "{\"sets\":%s}".formatted(sent)).ok(200);

    assertThat(answer.text()).contains("\"sets\":" + sent + ",",
        "\"data\":{\"sets\":" + sent + "}");
    var none = put(instance, "{\"sets\":null}").ok(200);
    assertThat(none.text()).contains("\"sets\":[],\"data\":{\"sets\":[]}");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "1, true", "\"yes\", true", "false, false", "0, false", "null, false",
      "\"\", false"})
  void completion_is_whatever_it_is_taken_for(String sent, boolean completed) {
    put(instance, "{\"completed\":true}").ok(200);

    assertThat(put(instance, "{\"completed\":%s}".formatted(sent)).ok(200).at("/completed")
        .booleanValue()).isEqualTo(completed);
  }

  @Test
  void the_old_values_change_nothing() {
    var body = """
      {"practice_session_id":"%s","activity_definition_id":"%s","notes":"slow","completed":true,
       "sets":[{"reps":1.0}],"time_start":"2031-01-02T10:00:00Z",
       "time_stop":"2031-01-02T10:01:00Z"}
      """.formatted(session, activity);
    var first = put(instance, body).ok(200);
    SERVER.clock().advance(Duration.ofMinutes(1));

    var again = put(instance, body.replace("1.0", "1")).ok(200);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Fractal-Position")).isEqualTo(first.header("Fractal-Position"));
  }

  @Test
  void an_unknown_instance_is_added_with_what_is_said_of_it() {
    var id = SERVER.application().store().ids().next();

    var answer = put(id, """
      {"practice_session_id":"%s","activity_definition_id":"%s","notes":"first"}
      """.formatted(session, activity)).ok(200);

    assertThat(answer.id()).isEqualTo(id);
    assertThat(answer.at("/notes").stringValue()).isEqualTo("first");
    assertThat(SERVER.get(practice.sessions("/%s/activities".formatted(session))).json().size())
        .isEqualTo(2);
  }

  @Test
  void an_unknown_instance_without_session_and_activity_is_not_found() {
    long head = SERVER.head();

    assertThat(put("never-seen", "{\"notes\":\"x\"}").problem(404).error())
        .contains("Activity instance not found");
    put("never-seen", "{\"practice_session_id\":\"%s\"}".formatted(session)).problem(404);
    SERVER.put(Practice.on(SERVER).instances("/" + instance), "{\"notes\":\"x\"}").problem(404);
    SERVER.put("/api/unknown/activity-instances/" + instance, "{\"notes\":\"x\"}").problem(404);

    assertThat(head).isPositive();
    assertThat(SERVER.get(practice.instances("")).json().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"time_start\":\"soon\"", "\"time_stop\":1",
      "\"time_stop\":\"2031-02-30\"",
      "\"sets\":{}", "\"sets\":\"[]\"", "\"sets\":1", "\"notes\":1", "\"notes\":[]",
      "\"time_start\":\"2031-01-02T10:00:00Z\",\"time_stop\":\"2031-01-02T09:59:59Z\""})
  void what_is_wrong_is_refused_with_all_that_comes_with_it(String members) {
    long head = SERVER.head();

    put(instance, "{\"completed\":true,%s}".formatted(members)).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void neither_a_change_nor_a_value_touches_the_session() {
    var before = SERVER.get(practice.sessions("/" + session)).ok(200).json();
    SERVER.clock().advance(Duration.ofMinutes(1));

    put(instance, """
      {"time_start":"2031-01-02T10:00:00Z","time_stop":"2031-01-02T10:01:00Z","notes":"slow",
       "completed":true,"sets":[{"reps":1}]}
      """).ok(200);
    SERVER.put(practice.sessions("/%s/activities/%s/metrics".formatted(session, instance)),
        "{\"metrics\":[{\"metric_id\":\"%s-pace\",\"value\":1}]}".formatted(activity)).ok(200);

    assertThat(SERVER.get(practice.sessions("/" + session)).ok(200).json()).isEqualTo(before);
  }
}
