package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/", "/api/fractals/", "/api/nothing", "/api/r/goals/",
      "/api/r/goals/g/complete/", "/api/r/goals/g/steal", "/health/", "/error", "/index.html",
      "/api/r/trash/x", "/api/trash/",
      "/api/goals/", "/api/practice-sessions/", "/api/r/sessions/", "/api/r/sessions/s/",
      "/api/r/sessions/s/goals", "/api/r/sessions/s/activities/", "/api/r/activity-instances/",
      "/api/r/activities/", "/api/r/activity-groups/", "/api/r/session-templates/",
      "/api/r/metrics/m/values/", "/actuator", "/api/%00"})
  void an_unknown_path_is_not_found(String path) {
    var answer = SERVER.get(path);

    assertThat(answer.status()).as(answer.text()).isIn(404, 400);
    answer.problem(answer.status());
  }

  @ParameterizedTest
  @CsvSource({"PUT, /api/fractals", "PATCH, /api/fractals", "GET, /api/fractals/x",
      "PUT, /api/r/goals", "POST, /api/r/goals/g", "GET, /api/r/goals/g/complete",
      "POST, /api/r/goals/g/complete", "GET, /api/r/goals/g/move", "DELETE, /api/trash",
      "POST, /api/r/trash", "DELETE, /health",
      "PATCH, /api/r/sessions", "POST, /api/r/sessions/s", "GET, /api/r/sessions/s/restore",
      "PUT, /api/r/sessions/s/activities", "POST, /api/r/sessions/s/activities/i/metrics",
      "DELETE, /api/r/activity-instances/i", "GET, /api/r/activity-instances/i/start",
      "PUT, /api/r/activity-instances/i/stop", "POST, /api/practice-sessions",
      "POST, /api/r/metrics/m/values",
      "GET, /api/r/activities/a", "PATCH, /api/r/activities", "GET, /api/r/activity-groups/g",
      "POST, /api/r/activity-groups/reorder", "PATCH, /api/r/session-templates/t",
      "PUT, /api/r/session-templates", "GET, /api/r/sessions/s/activities/reorder",
      "PATCH, /api/r/sessions/s", "PUT, /api/goals",
      "PUT, /api/goals/g/targets/t",
      "TRACE, /api/fractals", "BREW, /api/fractals"})
  void a_wrong_method_is_not_allowed(String method, String path) {
    var answer = SERVER.send(SERVER.request(path).method(method, BodyPublishers.noBody()));

    assertThat(answer.status()).as(answer.text()).isIn(405, 501);
    answer.problem(answer.status());
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() {
    var answer = SERVER.put("/api/fractals", "{}").problem(405);

    assertThat(answer.header("Allow").orElse("")).contains("GET", "POST");
    assertThat(answer.error()).contains("PUT", "GET, POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/html",
      "multipart/form-data; boundary=x", "nonsense", "application/xml"})
  void a_body_that_says_to_be_something_else_is_not_supported(String type) {
    long head = SERVER.head();

    SERVER.send(SERVER.request("/api/fractals").header("Content-Type", type)
        .POST(BodyPublishers.ofString("{\"name\":\"x\"}"))).problem(415);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8",
      "application/merge-patch+json", "APPLICATION/JSON"})
  void json_is_accepted_under_its_names(String type) {
    SERVER.send(SERVER.request("/api/fractals").header("Content-Type", type)
        .POST(BodyPublishers.ofString("{\"name\":\"x\"}"))).ok(201);
  }

  @Test
  void json_is_accepted_without_a_name() {
    SERVER.send(SERVER.request("/api/fractals").POST(BodyPublishers.ofString("{\"name\":\"x\"}")))
        .ok(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml;q=0.1", "nonsense", "*/*", "image/*"})
  void whatever_a_client_accepts_it_gets_json(String accept) {
    SERVER.send(SERVER.request("/api/fractals").header("Accept", accept).GET()).ok(200);
    SERVER.send(SERVER.request("/api/x/goals").header("Accept", accept).GET()).problem(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api/x|y HTTP/1.1", "GET /api/fractals%zz HTTP/1.1", "GET",
      "GET /api/%ff/goals HTTP/1.1", "GET /api/a%2fb/goals HTTP/1.1",
      "GET /api/..%2f..%2fetc HTTP/1.1", "GET /api/;x=1/goals HTTP/1.1", "G\u0001T / HTTP/1.1",
      "GET /api/\\x/goals HTTP/1.1", "GET /api/fractals HTTP/9.9", "GET api/fractals HTTP/1.1"})
  void a_request_that_is_hardly_one_is_refused(String line) throws IOException {
    assertThat(statusOf(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .isBetween(400, 505).isNotEqualTo(500);
  }

  @Test
  void a_query_may_look_like_anything() throws IOException {
    assertThat(statusOf("""
      GET /api/fractals?filter[type]={"a":1}&x=<y>|\\^`z HTTP/1.1\r
      Host: localhost\r
      Connection: close\r
      \r
      """)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"GET /api/x|y HTTP/1.1, address", "GET /api/fractals HTTP/9.9, version",
      "TRACE /api/fractals HTTP/1.1, method"})
  void what_is_refused_at_the_door_is_told_why(String line, String what) throws IOException {
    assertThat(answerTo(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .contains("application/problem+json", "The " + what);
  }

  @Test
  void headers_that_are_too_long_are_refused() throws IOException {
    assertThat(statusOf("GET /api/fractals HTTP/1.1\r\nHost: localhost\r\nX: "
        + "x".repeat(100_000) + "\r\nConnection: close\r\n\r\n")).isEqualTo(400);
  }

  @Test
  void a_body_that_breaks_off_is_stored_nowhere() throws IOException {
    long head = SERVER.head();

    assertThat(statusOf("""
      POST /api/fractals HTTP/1.1\r
      Host: localhost\r
      Transfer-Encoding: chunked\r
      Connection: close\r
      \r
      zz\r
      {"name":"x"}\r
      """)).isEqualTo(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  private static int statusOf(String request) throws IOException {
    var answer = answerTo(request);
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static String answerTo(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
