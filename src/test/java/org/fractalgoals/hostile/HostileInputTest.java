package org.fractalgoals.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.fractalgoals.hostile.Described.Operation;
import org.fractalgoals.hostile.RawRequest.Framing;
import org.fractalgoals.process.Http;
import org.fractalgoals.process.Program;
import org.fractalgoals.process.ServerHere;
import org.fractalgoals.process.Thoroughness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent: the server gives a civil answer, tells nothing of its inside, and each change it makes is in the audit. */
class HostileInputTest {

  private static final int REQUESTS = Thoroughness.of(1_000, 12_000);
  private static final long SEED = 8001;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  /** Only Tomcat says them: of a transfer coding and a version of HTTP that it does not know. */
  private static final List<Integer> CIVIL_5XX = List.of(501, 505);
  /** What must not get out. None of what is sent looks like this. */
  private static final Pattern INSIDE = Pattern.compile(
      "\\.java:|\\bat \\w+(\\.\\w+)+\\(|Exception|Throwable|\\b(org|java|jakarta|tools|com)\\.[a-z]+\\."
          + "|\\bSELECT\\b|\\bINSERT INTO\\b|\\bUPDATE \\w+ SET\\b|(?i:sqlite)|events\\.db");

  @TempDir Path directory;

  private final Random random = new Random(SEED);
  private final KnownIds ids = new KnownIds(random);
  private final Malice malice = new Malice(random);
  private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
  /** Who made the change, by position. */
  private final TreeMap<Long, String> changes = new TreeMap<>();

  @Test
  void no_request_breaks_the_server_or_gets_past_the_audit(TestReporter reporter)
      throws Exception {
    try (var server = Program.serve(directory)) {
      var api = new Described(server.get("/openapi.json"));
      var plausible = new Plausible(api, ids, random);
      var token = Files.readString(directory.resolve("admin.token")).strip();
      ids.learn("rootId", server.ask("POST", "/api/fractals", "{\"name\":\"Target\"}"));
      long head = head(server);
      for (int number = 0; number < REQUESTS; number++) {
        var operation = operation(api);
        var request = request(operation, plausible, token, "hostile-" + number);
        for (int times = random.nextInt(4); times > 1; times--) {
          malice.applyTo(request);
        }
        var answer = request.send(server.port());
        var asked = "request %d: %s%n-> %s".formatted(number, request, answer);
        assertCivil(request, answer, asked);
        answer.ifPresent(told -> learn(api, operation, told));
        head = assertChange(request, answer, head, head(server), asked);
      }
      assertAudited(server, token, head);
      assertThat(server.stop()).isEqualTo(143);
    }
    requireSound();
    assertThat(changes.size()).as("changes made").isGreaterThan(REQUESTS / 100);
    reporter.publishEntry("hostile requests", "%d, answered %s, with %d events".formatted(REQUESTS,
        statuses, changes.size()));
  }

  @Test
  void a_completion_whose_body_breaks_off_is_refused_and_changes_nothing() throws Exception {
    try (var server = ServerHere.on(directory)) {
      var root = server.ask("POST", "/api/fractals", "{\"name\":\"Target\"}").get("id").asString();
      var request = new RawRequest("PATCH", "/api/goals/%s/complete".formatted(root),
          "{\"completed\":tr".getBytes(StandardCharsets.UTF_8));
      request.headers.add("Host: localhost");
      request.framing = Framing.CUT_OFF;

      assertThat(request.send(server.port()).map(RawAnswer::status)).contains(400);
      assertThat(server.get("/api/goals/" + root).at("/attributes/completed").asBoolean())
          .isFalse();
    }
  }

  private Operation operation(Described api) {
    var all = api.operations().stream()
        // a stream of events has no end
        .filter(operation -> !operation.path().equals("/api/admin/projections/events")).toList();
    var chosen = all.get(random.nextInt(all.size()));
    // so that something is left to work on
    return chosen.method().equals("DELETE") && random.nextInt(3) > 0 ? operation(api) : chosen;
  }

  private RawRequest request(Operation operation, Plausible plausible, String token,
      String actor) {
    var target = VARIABLE.matcher(operation.path()).replaceAll(
        variable -> Matcher.quoteReplacement(Http.segment(ids.of(variable.group(1)))));
    var body = operation.body().map(schema -> plausible.value("", schema).toString()).orElse("");
    var request = new RawRequest(operation.method(), target,
        body.getBytes(StandardCharsets.UTF_8));
    request.headers.addAll(List.of("Host: localhost", "X-Actor: " + actor));
    if (!body.isEmpty()) {
      request.headers.add("Content-Type: application/json");
    }
    if (operation.path().startsWith("/api/admin/") && random.nextBoolean()) {
      request.headers.add("Authorization: Bearer " + token);
    }
    for (var parameter : operation.parameters()) {
      if (random.nextInt(12) == 0) {
        add(request, parameter, plausible);
      }
    }
    return request;
  }

  private static void add(RawRequest request, JsonNode parameter, Plausible plausible) {
    var name = parameter.get("name").asString();
    if (parameter.get("in").asString().equals("query")) {
      request.target += (request.target.contains("?") ? "&" : "?") + name + "="
          + Http.segment(plausible.value(name, parameter.get("schema")).asString());
    } else if (!name.equals("X-Actor")) {
      request.headers.add(name + ": " + parameter.path("example").asString());
    }
  }

  private void assertCivil(RawRequest request, Optional<RawAnswer> answer, String asked) {
    statuses.merge(answer.map(RawAnswer::status).orElse(0), 1, Integer::sum);
    if (answer.isEmpty()) {
      assertThat(request.isIncomplete()).as(asked).isTrue();
      return;
    }
    int status = answer.get().status();
    if (status >= 500) {
      assertThat(status).as(asked).isIn(CIVIL_5XX);
    }
    if (status >= 400 && !request.method.equals("HEAD")) {
      assertThat(answer.get().headers()).as(asked).containsEntry("content-type",
          "application/problem+json");
      var problem = JSON.readTree(answer.get().body());
      assertThat(problem.path("error").asString("")).as(asked).isNotBlank()
          .isEqualTo(problem.path("detail").asString());
      assertThat(problem.path("status").asInt()).as(asked).isEqualTo(status);
      assertThat(answer.get().body()).as(asked).doesNotContainPattern(INSIDE)
          .doesNotContain(directory.toString());
    }
  }

  private void learn(Described api, Operation operation, RawAnswer answer) {
    if (answer.status() == 201) {
      var made = JSON.readTree(answer.body());
      var variable = operation.path().equals("/api/fractals")
          ? "rootId"
          : api.variableBelow(operation.path()).orElse("none");
      ids.learn(variable, made);
    }
  }

  /** Only what succeeds changes anything. */
  private long assertChange(RawRequest request, Optional<RawAnswer> answer, long before,
      long after, String asked) {
    if (after > before) {
      assertThat(answer.map(RawAnswer::status).orElse(0)).as(asked).isBetween(200, 299);
      assertThat(request.method).as(asked).isNotIn("GET", "HEAD", "OPTIONS");
      for (long position = before + 1; position <= after; position++) {
        changes.put(position, actor(request));
      }
    }
    return after;
  }

  private static String actor(RawRequest request) {
    return request.headers.stream().filter(header -> header.startsWith("X-Actor: hostile-"))
        .findFirst().orElseThrow().substring("X-Actor: ".length());
  }

  private static long head(Http server) throws Exception {
    return server.get("/health").get("head").asLong();
  }

  private void assertAudited(Http server, String token, long head) throws Exception {
    var positions = new ArrayList<Long>();
    var after = "";
    do {
      var page = JSON.readTree(server.send("GET", "/api/admin/audit?limit=500" + after, "",
          "Bearer " + token).body());
      for (var event : page.get("events")) {
        long position = event.get("position").asLong();
        positions.add(position);
        if (changes.containsKey(position)
            && event.get("actor").asString().startsWith("hostile-")) {
          assertThat(event.get("actor").asString()).isEqualTo(changes.get(position));
        }
      }
      after = page.get("next").isNull() ? ""
          : "&after=" + Http.segment(page.get("next").asString());
    } while (!after.isEmpty());
    assertThat(positions).containsExactlyInAnyOrderElementsOf(
        LongStream.rangeClosed(1, head).boxed().toList());
  }

  private void requireSound() {
    var verified = Program.runHere("verify", "--deep", "--data", directory.toString());
    assertThat(verified.exitCode()).as(verified.output() + verified.errors()).isZero();
  }
}
