package org.fractalgoals.api.security;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What web pages can make a browser send does not get in. */
class DoorsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  /** The status line and headers of the answer to a request that no client library would send. */
  private static String answer(String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.port())) {
      socket.getOutputStream()
          .write("GET /api/fractals HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(host).getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8001", "127.0.0.1:1", "LOCALHOST", "[::1]:8001"})
  void names_of_this_machine_are_ours(String host) throws IOException {
    assertThat(answer(host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8001", "localhost.evil.example",
      "127.0.0.1.evil.example", "192.168.0.1", "0.0.0.0"})
  void a_name_that_somebody_bound_to_this_machine_is_not(String host) throws IOException {
    assertThat(answer(host)).startsWith("HTTP/1.1 421").contains("application/problem+json")
        .contains("does not go by that name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:9999"})
  void a_change_that_a_page_of_another_origin_asks_for_is_not_made(String origin) {
    long head = SERVER.head();

    for (var type : new String[] {"application/json", "text/plain",
        "application/x-www-form-urlencoded"}) {
      var answer = SERVER.sendUnchecked(SERVER.request("/api/fractals").header("Origin", origin)
          .header("Content-Type", type).POST(BodyPublishers.ofString("{\"name\":\"Sail\"}")));
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_change_from_another_site_that_does_not_say_which_is_not_made() {
    long head = SERVER.head();

    SERVER.sendUnchecked(SERVER.request("/api/fractals").header("Sec-Fetch-Site", "cross-site")
        .POST(BodyPublishers.ofString("{\"name\":\"Sail\"}"))).problem(403);

    assertThat(SERVER.head()).isEqualTo(head);
    SERVER.send(SERVER.request("/api/fractals").header("Sec-Fetch-Site", "cross-site").GET())
        .ok(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/fractals", "/api/goals/unknown", "/health", "/nothing",
      "/api/admin/projections"})
  void every_answer_tells_browsers_to_be_careful(String path) {
    var answer = SERVER.sendUnchecked(SERVER.request(path).GET());

    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.header("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.header("Cache-Control")).hasValue("no-cache");
    assertThat(answer.header("Server")).isEmpty();
  }
}
