package org.fractalgoals.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionChangeTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
  }

  private Answer put(String body) {
    return SERVER.put(practice.sessions("/" + session), body);
  }

  @Test
  void each_member_changes_what_it_names_and_nothing_else() {
    SERVER.clock().advance(Duration.ofMinutes(1));

    var answer = put("""
      {"name":"Evening","description":"late","duration_minutes":"30","completed":true,
       "session_start":"2031-01-02T10:00:00Z","session_end":"2031-01-02T11:30:00.25",
       "total_duration_seconds":1800,"template_id":"t-2","session_data":"{\\"a\\": 1}",
       "parent_ids":["unknown"],"other":1}
      """).ok(200);

    assertThat(answer.at("/name").stringValue()).isEqualTo("Evening");
    assertThat(answer.at("/description").stringValue()).isEqualTo("late");
    assertThat(answer.at("/attributes/duration_minutes").longValue()).isEqualTo(30);
    assertThat(answer.at("/attributes/completed").booleanValue()).isTrue();
    assertThat(answer.at("/session_start").stringValue()).isEqualTo("2031-01-02T10:00:00");
    assertThat(answer.at("/session_end").stringValue()).isEqualTo("2031-01-02T11:30:00.250000");
    assertThat(answer.at("/total_duration_seconds").longValue()).isEqualTo(1800);
    assertThat(answer.at("/template_id").stringValue()).isEqualTo("t-2");
    assertThat(answer.text()).contains("\"session_data\":{\"a\": 1}");
    assertThat(answer.at("/attributes/parent_ids/0").stringValue()).isEqualTo(practice.goal());
    assertThat(answer.at("/attributes/updated_at")).isNotEqualTo(
        answer.at("/attributes/created_at"));
    var renamed = put("{\"name\":\"Night\"}").ok(200);
    assertThat(renamed.at("/description").stringValue()).isEqualTo("late");
    assertThat(renamed.at("/attributes/completed").booleanValue()).isTrue();
  }

  @Test
  void null_clears_what_may_be_unknown() {
    put("""
      {"session_start":"2031-01-02T10:00:00","session_end":"2031-01-02T11:00:00",
       "duration_minutes":1,"total_duration_seconds":2,"template_id":"t","session_data":"{}"}
      """).ok(200);

    var answer = put("""
      {"session_start":null,"session_end":null,"duration_minutes":null,
       "total_duration_seconds":null,"template_id":null,"session_data":null,"description":null}
      """).ok(200);

    for (var member : new String[] {"session_start", "session_end", "duration_minutes",
        "total_duration_seconds", "template_id"}) {
      assertThat(answer.at("/attributes/" + member).isNull()).as(member).isTrue();
    }
    assertThat(answer.at("/attributes").has("session_data")).isFalse();
  }

  @Test
  void data_is_replaced_whole() {
    put("{\"session_data\":\"{\\\"a\\\":1,\\\"b\\\":2}\"}").ok(200);

    var answer = put("{\"session_data\":{\"b\":3.10}}").ok(200);

    assertThat(answer.text()).contains("\"session_data\":{\"b\":3.10}");
  }

  @Test
  void the_old_values_change_nothing() {
    var body = """
      {"name":"Morning","description":"","duration_minutes":45,"completed":false,
       "session_start":"2031-01-02T10:00:00","session_end":null,"total_duration_seconds":null,
       "template_id":"t-1","session_data":"{\\"a\\":[1,2],\\"b\\":1.0}"}
      """;
    var first = put(body).ok(200);
    SERVER.clock().advance(Duration.ofMinutes(1));

    var again = put(body).ok(200);
    var other = put(
        body.replace("{\\\"a\\\":[1,2],\\\"b\\\":1.0}", "{\\\"b\\\":1,\\\"a\\\":[1,2]}"))
        .ok(200);

    assertThat(again.header("Fractal-Position")).isEqualTo(first.header("Fractal-Position"));
    assertThat(other.header("Fractal-Position")).isEqualTo(first.header("Fractal-Position"));
    assertThat(other.json()).isEqualTo(first.json());
  }

  @Test
  void an_end_before_the_start_is_saved_with_all_that_comes_with_it() {
    var answer = put("""
      {"session_data":"{\\"notes\\":\\"kept\\"}","session_start":"2031-01-02T10:00:00",
       "session_end":"2031-01-02T09:00:00","total_duration_seconds":-3600}
      """).ok(200);

    assertThat(answer.at("/attributes/end_precedes_start").booleanValue()).isTrue();
    assertThat(answer.at("/session_end").stringValue()).isEqualTo("2031-01-02T09:00:00");
    assertThat(answer.at("/attributes/session_data/notes").stringValue()).isEqualTo("kept");
    assertThat(answer.at("/total_duration_seconds").longValue()).isEqualTo(-3600);
  }

  @Test
  void data_that_lists_instances_neither_adds_nor_removes_any() {
    var instance = practice.instance(session, practice.activity("Tie knots"));

    put("{\"session_data\":{\"sections\":[{\"activity_ids\":[\"other\"]}]}}").ok(200);

    var instances = SERVER.get(practice.sessions("/%s/activities".formatted(session))).ok(200);
    assertThat(instances.json().size()).isEqualTo(1);
    assertThat(instances.at("/0/id").stringValue()).isEqualTo(instance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"session_start\":\"\"", "\"session_start\":\"soon\"",
      "\"session_end\":\"\"", "\"session_end\":1", "\"session_end\":\"2031-02-30\"",
      "\"session_data\":[]", "\"session_data\":1", "\"duration_minutes\":\"\"",
      "\"duration_minutes\":-1", "\"total_duration_seconds\":1.5",
      "\"total_duration_seconds\":-1", "\"completed\":\"yes\"",
      "\"completed\":null", "\"name\":null", "\"name\":\" \"", "\"template_id\":{}"})
  void what_is_wrong_is_refused_with_all_that_comes_with_it(String member) {
    long head = SERVER.head();

    put("{\"description\":\"new\",%s}".formatted(member)).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_is_no_session_of_the_fractal_is_not_found() {
    var other = Practice.on(SERVER);
    long head = SERVER.head();

    SERVER.put(practice.sessions("/unknown"), "{}").problem(404);
    SERVER.put(practice.sessions("/" + practice.goal()), "{}").problem(404);
    SERVER.put(other.sessions("/" + session), "{\"name\":\"x\"}").problem(404);
    SERVER.put("/api/unknown/sessions/" + session, "{\"name\":\"x\"}").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
