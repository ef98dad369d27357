package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String CLIENT = "http://localhost:5173";

  private static Answer preflight(String origin, String method, String header) {
    return SERVER.sendUnchecked(SERVER.request("/api/fractals").header("Origin", origin)
        .header("Access-Control-Request-Method", method)
        .header("Access-Control-Request-Headers", header)
        .method("OPTIONS", BodyPublishers.noBody()));
  }

  @BeforeAll
  static void something_to_read() {
    SERVER.fractal("Sail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void the_client_may_ask_beforehand(String method) {
    var answer = preflight(CLIENT, method, "content-type");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(CLIENT);
    assertThat(answer.header("Access-Control-Allow-Methods").orElse("")).contains(method);
    assertThat(answer.header("Access-Control-Allow-Headers")).hasValue("content-type");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void the_client_may_read_answers_and_refusals() {
    var answer = SERVER.send(SERVER.request("/api/fractals").header("Origin", CLIENT).GET())
        .ok(200);
    var problem = SERVER.send(SERVER.request("/api/unknown/goals").header("Origin", CLIENT).GET())
        .problem(404);
    var nothing = SERVER.send(SERVER.request("/api/a/b/c/d").header("Origin", CLIENT).GET())
        .problem(404);

    for (var each : new Answer[] {answer, problem, nothing}) {
      assertThat(each.header("Access-Control-Allow-Origin")).hasValue(CLIENT);
    }
  }

  @Test
  void pages_from_elsewhere_may_not() {
    long head = SERVER.head();

    preflight("http://evil.example", "POST", "content-type").problem(403);
    var answer = SERVER.send(SERVER.request("/api/fractals").header("Origin", "http://evil.example")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"name\":\"x\"}"))).problem(403);

    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void programs_that_are_no_pages_need_no_origin() {
    assertThat(SERVER.get("/api/fractals").ok(200).header("Access-Control-Allow-Origin")).isEmpty();
  }
}
