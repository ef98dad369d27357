package org.fractalgoals.api.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InstanceAdditionTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");
  private String session = "";
  private String activity = "";
  private String id = "";

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
    session = practice.session("Morning");
    activity = practice.activity("Tie knots");
    id = SERVER.application().store().ids().next();
  }

  private Answer inSession(String sessionId, String body) {
    return SERVER.post(practice.sessions("/%s/activities".formatted(sessionId)), body);
  }

  private String named(String instanceId) {
    return "{\"activity_definition_id\":\"%s\",\"instance_id\":\"%s\"}".formatted(activity,
        instanceId);
  }

  private Answer inFractal(String sessionId, String instanceId) {
    return SERVER.post(practice.instances(""), """
      {"practice_session_id":"%s","activity_definition_id":"%s","instance_id":"%s"}
      """.formatted(sessionId, activity, instanceId));
  }

  @Test
  void the_answer_is_the_instance_with_all_its_members() {
    var answer = inSession(session, named(id)).ok(201);

    var now = SERVER.clock().instant().toString().replaceAll("\\..*", "Z");
    assertThat(answer.json()).isEqualTo(new JsonMapper().readTree("""
      {"id":"%s","practice_session_id":"%s","activity_definition_id":"%s",
       "definition_name":"Tie knots","created_at":"%s","updated_at":"%s","time_start":null,
       "time_stop":null,"duration_seconds":null,"completed":false,"notes":null,"sets":[],
       "data":{},"metric_values":[]}
      """.formatted(id, session, activity, now, now)));
  }

  @Test
  void an_instance_without_an_id_gets_one() {
    assertThat(inSession(session, "{\"activity_definition_id\":\"%s\"}".formatted(activity))
        .ok(201).id()).isNotBlank();
  }

  @Test
  void asked_for_again_it_is_answered_as_it_is() {
    inSession(session, named(id)).ok(201);
    SERVER.put(practice.instances("/" + id), "{\"notes\":\"mine\"}").ok(200);
    long head = SERVER.head();

    assertThat(inSession(session, named(id)).ok(200).at("/notes").stringValue())
        .isEqualTo("mine");
    assertThat(inFractal(session, id).ok(200).at("/notes").stringValue()).isEqualTo("mine");

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @RepeatedTest(20)
  void asked_for_twice_at_once_it_is_there_once() {
    var other = CompletableFuture.supplyAsync(() -> inSession(session, named(id)));
    var one = inSession(session, named(id));

    assertThat(List.of(one.status(), other.join().status())).isSubsetOf(200, 201).contains(201);
    assertThat(SERVER.get(practice.sessions("/%s/activities".formatted(session))).ok(200).json()
        .size()).isEqualTo(1);
  }

  @Test
  void an_id_of_another_session_is_taken() {
    var second = practice.session("Evening");
    inSession(second, named(id)).ok(201);
    var other = Practice.on(SERVER);
    long head = SERVER.head();

    inSession(session, named(id)).problem(409);
    inFractal(session, id).problem(409);
    SERVER.post(other.sessions("/%s/activities".formatted(other.session("Far"))), """
      {"activity_definition_id":"%s","instance_id":"%s"}
      """.formatted(other.activity("Row"), id)).problem(409);

    assertThat(SERVER.get(practice.sessions("/%s/activities".formatted(second))).at("/0/id")
        .stringValue()).isEqualTo(id);
    assertThat(head).isPositive();
  }

  @Test
  void a_deleted_instance_is_not_added_again_but_restored() {
    inSession(session, named(id)).ok(201);
    SERVER.delete(practice.sessions("/%s/activities/%s".formatted(session, id))).ok(200);

    assertThat(inSession(session, named(id)).problem(409).error()).contains(id, "deleted",
        "restored");
    assertThat(inFractal(session, id).problem(409).error()).contains("deleted", "restored");

    SERVER.post(practice.instances("/%s/restore".formatted(id)), "").ok(200);
    inSession(session, named(id)).ok(200);
  }

  @Test
  void an_activity_must_be_known_but_may_be_deleted() {
    var foreign = Practice.on(SERVER).activity("Row");
    long head = SERVER.head();
    for (var wrong : new String[] {"null", "\"\"", "1", "\"unknown\"", "\"" + foreign + "\""}) {
      inSession(session, "{\"activity_definition_id\":%s}".formatted(wrong)).problem(400);
      SERVER.post(practice.instances(""), """
        {"practice_session_id":"%s","activity_definition_id":%s}
        """.formatted(session, wrong)).problem(400);
    }
    inSession(session, "{}").problem(400);
    inSession(session, "").problem(400);
    assertThat(SERVER.head()).isEqualTo(head);

    practice.delete(activity);

    assertThat(inSession(session, named(id)).ok(201).at("/definition_name").stringValue())
        .isEqualTo("Unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "1", "\"unknown\"", "{}"})
  void a_session_in_the_body_must_be_there(String wrong) {
    SERVER.post(practice.instances(""), """
      {"practice_session_id":%s,"activity_definition_id":"%s"}
      """.formatted(wrong, activity)).problem(400);
    SERVER.post(practice.instances(""), "{\"activity_definition_id\":\"%s\"}".formatted(activity))
        .problem(400);
  }

  @Test
  void a_session_in_the_body_must_live_in_the_fractal() {
    var other = Practice.on(SERVER).session("Far");
    SERVER.delete(practice.sessions("/" + session)).ok(200);
    long head = SERVER.head();

    inFractal(other, id).problem(400);
    inFractal(session, id).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void what_is_not_there_is_not_found() {
    var other = Practice.on(SERVER);

    inSession("unknown", named(id)).problem(404);
    inSession(practice.goal(), named(id)).problem(404);
    SERVER.post(other.sessions("/%s/activities".formatted(session)), named(id)).problem(404);
    SERVER.post("/api/unknown/activity-instances", named(id)).problem(404);
  }
}
