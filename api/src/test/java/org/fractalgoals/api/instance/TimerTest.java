package org.fractalgoals.api.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerTest {

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

  private Answer start(String id, String body) {
    return SERVER.post(practice.instances("/%s/start".formatted(id)), body);
  }

  private Answer stop(String id) {
    return SERVER.post(practice.instances("/%s/stop".formatted(id)), "");
  }

  private String both() {
    return "{\"practice_session_id\":\"%s\",\"activity_definition_id\":\"%s\"}".formatted(session,
        activity);
  }

  private static String now() {
    return SERVER.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Test
  void a_timer_runs_from_its_start_to_its_stop_in_whole_seconds() {
    var started = start(instance, "").ok(200);
    assertThat(started.at("/time_start").stringValue()).isEqualTo(now());
    assertThat(started.at("/time_stop").isNull()).isTrue();
    assertThat(started.at("/duration_seconds").isNull()).isTrue();
    SERVER.clock().advance(Duration.ofMillis(90_999));

    var stopped = stop(instance).ok(200);

    assertThat(stopped.at("/time_stop").stringValue()).isEqualTo(now());
    assertThat(stopped.at("/duration_seconds").longValue()).isEqualTo(90);
  }

  @Test
  void stopping_again_moves_the_stop() {
    start(instance, "").ok(200);
    SERVER.clock().advance(Duration.ofSeconds(5));
    stop(instance).ok(200);
    SERVER.clock().advance(Duration.ofSeconds(5));

    assertThat(stop(instance).ok(200).at("/duration_seconds").longValue()).isEqualTo(10);
  }

  @Test
  void starting_again_forgets_the_stop() {
    start(instance, "").ok(200);
    SERVER.clock().advance(Duration.ofSeconds(5));
    stop(instance).ok(200);
    SERVER.clock().advance(Duration.ofSeconds(5));

    var again = start(instance, "").ok(200);

    assertThat(again.at("/time_start").stringValue()).isEqualTo(now());
    assertThat(again.at("/time_stop").isNull()).isTrue();
    assertThat(again.at("/duration_seconds").isNull()).isTrue();
  }

  @Test
  void several_timers_run_at_once_and_leave_the_session_as_it_was() {
    var before = SERVER.get(practice.sessions("/" + session)).ok(200).at("/attributes");
    var second = practice.instance(session, activity);
    start(instance, "").ok(200);
    SERVER.clock().advance(Duration.ofSeconds(3));
    start(second, "{}").ok(200);
    SERVER.clock().advance(Duration.ofSeconds(4));

    assertThat(stop(instance).ok(200).at("/duration_seconds").longValue()).isEqualTo(7);
    assertThat(stop(second).ok(200).at("/duration_seconds").longValue()).isEqualTo(4);
    assertThat(SERVER.get(practice.sessions("/" + session)).ok(200).at("/attributes"))
        .isEqualTo(before);
  }

  @Test
  void a_timer_that_never_ran_cannot_be_stopped() {
    long head = SERVER.head();

    assertThat(stop(instance).problem(400).error()).contains("Timer was never started");

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void stopping_what_is_not_there_says_so() {
    assertThat(stop("unknown").problem(404).error()).contains("Activity instance not found");
    SERVER.delete(practice.sessions("/%s/activities/%s".formatted(session, instance))).ok(200);
    assertThat(stop(instance).problem(404).error()).contains("Activity instance not found");
    var other = Practice.on(SERVER);
    assertThat(SERVER.post(other.instances("/%s/stop".formatted(instance)), "").problem(404)
        .error()).contains("Activity instance not found");
    SERVER.post("/api/unknown/activity-instances/%s/stop".formatted(instance), "").problem(404);
  }

  @Test
  void an_unknown_instance_is_added_when_it_is_started() {
    var id = SERVER.application().store().ids().next();

    var started = start(id, both()).ok(200);

    assertThat(started.id()).isEqualTo(id);
    assertThat(started.at("/practice_session_id").stringValue()).isEqualTo(session);
    assertThat(started.at("/time_start").stringValue()).isEqualTo(now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"practice_session_id\":\"%s\"}",
      "{\"activity_definition_id\":\"%2$s\"}",
      "{\"practice_session_id\":\"\",\"activity_definition_id\":\"%2$s\"}",
      "{\"practice_session_id\":\"unknown\",\"activity_definition_id\":\"%2$s\"}",
      "{\"practice_session_id\":\"%s\",\"activity_definition_id\":\"unknown\"}"})
  void an_unknown_instance_is_not_started_without_session_and_activity(String body) {
    long head = SERVER.head();

    start("never-seen", body.formatted(session, activity)).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void the_body_does_not_matter_to_an_instance_that_is_known() {
    var other = practice.session("Evening");

    var started = start(instance, """
      {"practice_session_id":"%s","activity_definition_id":"unknown"}
      """.formatted(other)).ok(200);

    assertThat(started.at("/practice_session_id").stringValue()).isEqualTo(session);
    assertThat(started.at("/activity_definition_id").stringValue()).isEqualTo(activity);
    start(instance, "nonsense").ok(200);
  }

  @Test
  void a_deleted_instance_and_one_of_another_fractal_are_not_started() {
    var other = Practice.on(SERVER);
    SERVER.post(other.instances("/%s/start".formatted(instance)), both()).problem(404);
    SERVER.delete(practice.sessions("/%s/activities/%s".formatted(session, instance))).ok(200);

    start(instance, both()).problem(404);
  }
}
