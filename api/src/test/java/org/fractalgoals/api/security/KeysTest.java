package org.fractalgoals.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.admin.AdminToken;
import org.fractalgoals.domain.key.NewKey;
import org.fractalgoals.domain.key.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that asks for keys. */
class KeysTest {

  @RegisterExtension static final RunningServer SERVER = RunningServer.askingForKeys();

  private static final String KEYS = "/api/admin/keys";
  private static int number;

  private String name = "";

  @BeforeEach
  void given() throws IOException {
    name = "holder " + ++number;
    SERVER.ask(token());
  }

  private static String token() throws IOException {
    return Files.readString(SERVER.directory().resolve(AdminToken.FILE)).strip();
  }

  private String made(Role role) {
    return SERVER.post(KEYS, "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role.code()))
        .ok(201).at("/key").stringValue();
  }

  private static Answer audit() throws IOException {
    SERVER.ask(token());
    return SERVER.get("/api/admin/audit?limit=1").ok(200);
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/fractals", "POST, /api/fractals", "GET, /api/x/goals",
      "DELETE, /api/fractals/x", "GET, /nothing", "GET, /api/admin/projections"})
  void without_a_key_nothing_is_told_or_done(String method, String path) {
    for (var key : List.of("", "wrong", KeySecret.PREFIX, KeySecret.make().text())) {
      SERVER.ask(key);
      var answer = SERVER
          .sendUnchecked(SERVER.request(path).method(method, BodyPublishers.ofString("{}")))
          .problem(401);

      assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
      assertThat(answer.error()).contains("fractal key add");
    }
  }

  @Test
  void health_and_the_document_of_the_api_are_open() {
    SERVER.ask("wrong");
    SERVER.sendUnchecked(SERVER.request("/health").GET()).problem(401);
    for (var path : List.of("/health", "/openapi.json", "/docs")) {
      assertThat(SERVER.sendUnchecked(HttpRequest.newBuilder(
          URI.create("http://127.0.0.1:" + SERVER.port() + path))).status())
          .as(path).isEqualTo(200);
    }
  }

  @Test
  void the_actor_of_every_event_is_the_name_of_the_key_whatever_the_caller_says() throws Exception {
    SERVER.ask(made(Role.USER));

    SERVER.send(SERVER.request("/api/fractals").header("X-Actor", "somebody else")
        .POST(BodyPublishers.ofString("{\"name\":\"Sail\"}"))).ok(201);

    assertThat(audit().at("/events/0/actor").stringValue()).isEqualTo(name);
  }

  @Test
  void the_admin_token_acts_as_admin() throws Exception {
    SERVER.post("/api/fractals", "{\"name\":\"Sail\"}").ok(201);

    assertThat(audit().at("/events/0/actor").stringValue()).isEqualTo("admin");
  }

  @Test
  void a_key_of_an_administrator_opens_the_routes_of_the_admin_and_that_of_a_user_does_not() {
    SERVER.ask(made(Role.ADMIN));
    SERVER.get(KEYS).ok(200);
    name += " too";
    SERVER.ask(made(Role.USER));

    assertThat(SERVER.get(KEYS).problem(403).error()).contains("administrator");
    SERVER.get("/api/fractals").ok(200);
  }

  @Test
  void a_revoked_key_opens_nothing_from_then_on() throws Exception {
    var key = made(Role.USER);
    SERVER.ask(key);
    SERVER.get("/api/fractals").ok(200);
    SERVER.ask(token());

    SERVER.delete(KEYS + "/" + name.replace(" ", "%20")).ok(200);

    SERVER.ask(key);
    SERVER.get("/api/fractals").problem(401);
    assertThat(audit().at("/events/0/type").stringValue()).isEqualTo("key.revoked");
    long head = SERVER.head();
    SERVER.delete(KEYS + "/" + name.replace(" ", "%20")).ok(200);
    assertThat(SERVER.head()).as("it was revoked before").isEqualTo(head);
  }

  @Test
  void a_name_is_never_given_twice() {
    made(Role.USER);
    SERVER.delete(KEYS + "/" + name.replace(" ", "%20")).ok(200);

    SERVER.post(KEYS, "{\"name\":\"%s\"}".formatted(name)).problem(409);
  }

  @Test
  void the_secret_is_told_once_and_kept_nowhere() throws Exception {
    var answer = SERVER.send(SERVER.request(KEYS).header("Idempotency-Key", name)
        .POST(BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name)))).ok(201);
    var key = answer.at("/key").stringValue();

    assertThat(key).startsWith(KeySecret.PREFIX).hasSize(KeySecret.PREFIX.length() + 43);
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(SERVER.get(KEYS).ok(200).text()).contains(name).doesNotContain(key);
    assertThat(SERVER.get("/api/admin/audit?limit=1").ok(200).text()).contains(name)
        .doesNotContain(key);
    try (var files = Files.list(SERVER.directory())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(key);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"local\"}",
      "{\"name\":\"admin\"}", "{\"name\":\"a\\nb\"}", "{\"name\":\"x\",\"role\":\"king\"}",
      "{\"name\":\"x\",\"role\":\"admin\",\"fractals\":[\"f\"]}",
      "{\"name\":\"x\",\"fractals\":\"f\"}"})
  void what_is_no_key_is_refused(String body) {
    long head = SERVER.head();

    SERVER.post(KEYS, body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
    SERVER.delete(KEYS + "/unknown").problem(404);
  }

  @Test
  void the_events_of_keys_belong_to_no_fractal() throws Exception {
    SERVER.key(new NewKey(name, Role.USER, List.of("f-1")));

    var event = audit().at("/events/0");
    assertThat(event.at("/type").stringValue()).isEqualTo("key.added");
    assertThat(event.at("/sentence").stringValue())
        .isEqualTo("Key of \"%s\" added, as user of the fractals f-1".formatted(name));
  }
}
