package org.fractalgoals.api.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceListTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";
  private String first = "";
  private String second = "";
  private String third = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
    var activity = practice.activity("Tie knots");
    first = practice.instance(session, activity);
    second = practice.instance(session, activity);
    third = practice.instance(session, activity);
  }

  private String path(String rest) {
    return practice.sessions("/%s/activities%s".formatted(session, rest));
  }

  private static List<String> ids(Answer answer) {
    return answer.ok(200).json().valueStream().map(item -> item.at("/id").stringValue()).toList();
  }

  @Test
  void instances_of_a_session_are_listed_in_order_of_creation() {
    assertThat(ids(SERVER.get(path("")))).containsExactly(first, second, third);
  }

  @Test
  void instances_of_all_sessions_of_a_fractal_are_listed() {
    var elsewhere = practice.instance(practice.session("Evening"), practice.activity("Row"));

    assertThat(ids(SERVER.get(practice.instances("")))).containsExactlyInAnyOrder(first, second,
        third, elsewhere);
    assertThat(ids(SERVER.get(Practice.on(SERVER).instances("")))).isEmpty();
  }

  @Test
  void they_stand_as_they_were_put_in_order() {
    var answer = SERVER.post(path("/reorder"), "{\"activity_ids\":[\"%s\",\"unknown\",\"%s\"]}"
        .formatted(third, first)).ok(200);

    assertThat(answer.at("/status").stringValue()).isEqualTo("success");
    assertThat(ids(SERVER.get(path("")))).containsExactly(third, first, second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"activity_ids\":[]}", "{\"activity_ids\":null}",
      "{\"activity_ids\":[\"unknown\"]}"})
  void an_order_of_nothing_changes_nothing(String body) {
    long head = SERVER.head();

    SERVER.post(path("/reorder"), body).ok(200);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_deleted_instance_is_listed_no_more_and_comes_back() {
    var answer = SERVER.delete(path("/" + second)).ok(200);

    assertThat(answer.at("/message").stringValue()).isNotBlank();
    assertThat(ids(SERVER.get(path("")))).containsExactly(first, third);
    SERVER.delete(path("/" + second)).problem(404);
    assertThat(SERVER.post(practice.instances("/%s/restore".formatted(second)), "").ok(200).id())
        .isEqualTo(second);
    assertThat(ids(SERVER.get(path("")))).containsExactly(first, second, third);
  }

  @Test
  void an_instance_that_was_deleted_with_nothing_else_keeps_that_when_its_session_comes_back() {
    SERVER.delete(path("/" + second)).ok(200);
    SERVER.delete(practice.sessions("/" + session)).ok(200);
    SERVER.post(practice.instances("/%s/restore".formatted(second)), "").problem(409);

    SERVER.post(practice.sessions("/%s/restore".formatted(session)), "").ok(200);

    assertThat(ids(SERVER.get(path("")))).containsExactly(first, third);
  }

  @Test
  void notes_and_completion_are_changed_by_the_path_of_the_session() {
    var answer = SERVER.put(path("/" + first), """
      {"notes":"slow","completed":1,"time_start":"2031-01-01T00:00:00Z","sets":[1]}
      """).ok(200);

    assertThat(answer.at("/notes").stringValue()).isEqualTo("slow");
    assertThat(answer.at("/completed").booleanValue()).isTrue();
    assertThat(answer.at("/time_start").isNull()).isTrue();
    assertThat(answer.at("/sets").isEmpty()).isTrue();
    assertThat(SERVER.put(path("/" + first), "{\"notes\":null}").ok(200).at("/notes").isNull())
        .isTrue();
    SERVER.put(path("/" + first), "{\"notes\":1}").problem(400);
  }

  @Test
  void what_is_not_of_the_session_is_not_found() {
    var other = practice.session("Evening");
    var foreign = Practice.on(SERVER);
    long head = SERVER.head();

    SERVER.get(practice.sessions("/unknown/activities")).problem(404);
    SERVER.get(foreign.sessions("/%s/activities".formatted(session))).problem(404);
    SERVER.get("/api/unknown/activity-instances").problem(404);
    for (var path : List.of(path("/unknown"),
        practice.sessions("/%s/activities/%s".formatted(other, first)),
        foreign.sessions("/%s/activities/%s".formatted(session, first)))) {
      SERVER.put(path, "{\"notes\":\"x\"}").problem(404);
      SERVER.delete(path).problem(404);
      SERVER.put(path + "/metrics", "{\"metrics\":[]}").problem(404);
    }
    SERVER.post(practice.sessions("/unknown/activities/reorder"), "{}").problem(404);
    SERVER.post(foreign.instances("/%s/restore".formatted(first)), "").problem(404);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
