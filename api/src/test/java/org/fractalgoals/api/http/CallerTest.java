package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who acts, and what is the cause of what. */
class CallerTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static Answer create(Map<String, String> headers) {
    var request = SERVER.request("/api/fractals").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"name\":\"Sail\"}"));
    headers.forEach(request::header);
    return SERVER.send(request);
  }

  private static AuditedEvent last() {
    return SERVER.application().store().audit().page(AuditFilter.ALL, Long.MAX_VALUE, 1).events()
        .getFirst();
  }

  @Test
  void the_actor_and_the_name_of_the_request_are_kept_with_the_event() {
    var answer = create(Map.of("X-Actor", "anna", "X-Request-Id", "phone-4711")).ok(201);

    assertThat(answer.header("X-Request-Id")).hasValue("phone-4711");
    assertThat(last().actor()).isEqualTo("anna");
    assertThat(last().annotations()).containsExactly(Map.entry("requestId", "phone-4711"));
  }

  @Test
  void every_event_of_a_cascade_has_them() {
    var root = SERVER.fractal("Sail");
    SERVER.goal(root, root, "Boat");
    SERVER.send(SERVER.request("/api/fractals/" + root).header("X-Actor", "anna")
        .header("X-Request-Id", "r-1").DELETE()).ok(200);

    var events = SERVER.application().store().audit()
        .page(AuditFilter.ALL.in(root), Long.MAX_VALUE, 2).events();

    assertThat(events).allSatisfy(event -> {
      assertThat(event.type()).isEqualTo("goal.deleted");
      assertThat(event.actor()).isEqualTo("anna");
      assertThat(event.annotations()).containsEntry("requestId", "r-1");
    });
    assertThat(events.getFirst().causationId()).isEqualTo(events.getLast().eventId());
    assertThat(events.getFirst().actionId()).isEqualTo(events.getLast().actionId());
  }

  @Test
  void nobody_has_to_say_who_they_are() {
    for (var headers : List.<Map<String, String>>of(Map.of(),
        Map.of("X-Actor", "  ", "X-Request-Id", " "))) {
      var answer = create(headers).ok(201);

      assertThat(answer.header("X-Request-Id")).isEmpty();
      assertThat(last().actor()).isEqualTo("local");
      assertThat(last().annotations()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Actor", "X-Request-Id"})
  void long_texts_are_refused(String header) {
    create(Map.of(header, "x".repeat(200))).ok(201);
    var head = SERVER.head();

    var answer = create(Map.of(header, "x".repeat(201))).problem(400);

    assertThat(answer.error()).contains(header).contains("201").contains("200");
    assertThat(answer.header("X-Request-Id")).isEmpty();
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Actor", "X-Request-Id"})
  void control_characters_are_refused(String header) {
    var head = SERVER.head();

    assertThat(create(Map.of(header, "an\tna")).problem(400).error()).contains(header);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void reading_asks_nobody_who_they_are() {
    var answer = SERVER.send(SERVER.request("/api/fractals").header("X-Actor", "x".repeat(201))
        .header("X-Request-Id", "r-2").GET()).ok(200);
    assertThat(answer.header("X-Request-Id")).isEmpty();

    assertThat(SERVER.send(SERVER.request("/api/fractals").header("X-Request-Id", "r-2").GET())
        .ok(200).header("X-Request-Id")).hasValue("r-2");
  }

  @Test
  void web_pages_may_send_both_and_read_the_name_of_their_request() {
    var beforehand = SERVER.sendUnchecked(SERVER.request("/api/fractals")
        .header("Origin", "http://localhost:5173").header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "x-actor, x-request-id")
        .method("OPTIONS", BodyPublishers.noBody()));
    var refused = create(Map.of("Origin", "http://localhost:5173", "X-Actor", "x".repeat(201)))
        .problem(400);

    assertThat(beforehand.status()).isEqualTo(200);
    assertThat(beforehand.header("Access-Control-Allow-Headers"))
        .hasValue("x-actor, x-request-id");
    assertThat(refused.header("Access-Control-Allow-Origin")).hasValue("http://localhost:5173");
    assertThat(refused.header("Access-Control-Expose-Headers").orElse(""))
        .contains("X-Request-Id");
  }

  @Test
  void the_first_event_of_each_action_is_the_cause_of_the_others() {
    var practice = Practice.on(SERVER);
    var path = "/api/%s/".formatted(practice.root());
    var session = practice.session("Morning");
    var instance = practice.instance(session, practice.activity("Tie"));
    SERVER.put(path + "goals/" + practice.goal(),
        "{\"name\":\"Bends\",\"description\":\"Many\",\"deadline\":\"2031-05-06\"}").ok(200);
    SERVER.put(path + "sessions/" + session,
        "{\"name\":\"Evening\",\"description\":\"Late\",\"completed\":true}").ok(200);
    SERVER.put(path + "activity-instances/" + instance, "{\"notes\":\"x\",\"completed\":true}")
        .ok(200);
    SERVER.post(path + "activities", """
      {"name":"Splice","metrics":[{"name":"Pace","unit":"s"},{"name":"Load","unit":"kg"}]}
      """).ok(201);
    var group = SERVER.post(path + "activity-groups", "{\"name\":\"Knots\"}").ok(201).id();
    SERVER.put(path + "activity-groups/" + group, "{\"name\":\"B\",\"description\":\"C\"}")
        .ok(200);
    var template = SERVER.post(path + "session-templates",
        "{\"name\":\"Short\",\"template_data\":{\"a\":1}}").ok(201).id();
    SERVER.put(path + "session-templates/" + template,
        "{\"name\":\"Long\",\"description\":\"D\"}").ok(200);
    SERVER.post(path + "programs", """
      {"name":"Refit","start_date":"2031-01-06","end_date":"2031-02-01","weeklySchedule":[
       {"id":"%s-b","name":"Base","startDate":"2031-01-06","endDate":"2031-01-14"}]}
      """.formatted(practice.root())).ok(201);

    var firsts = new HashMap<String, String>();
    int caused = 0;
    for (var event : SERVER.application().store().audit()
        .page(AuditFilter.ALL.in(practice.root()), Long.MAX_VALUE, 1000).events().reversed()) {
      var first = firsts.putIfAbsent(event.actionId(), event.eventId());
      assertThat(event.causationId()).as(event.type()).isEqualTo(first);
      caused += first == null ? 0 : 1;
    }
    assertThat(caused).isGreaterThan(18);
  }
}
