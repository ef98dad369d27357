package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random requests, half of them nearly right: none may break the server, none that is refused may write. */
class HostileRequestsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final int REQUESTS = 3000;
  private static final String[] METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"};
  private static final String[] PATHS = {"/api/fractals", "/api/fractals/%s",
      "/api/fractals/%s/restore", "/api/%s/goals", "/api/%s/goals/%s",
      "/api/%s/goals/%s/complete", "/api/%s/goals/%s/restore", "/api/%s/goals/%s/move",
      "/api/%s/goals/%s/reorder", "/api/trash", "/api/%s/trash", "/api/goals",
      "/api/goals/%s", "/api/goals/%s/complete", "/api/goals/%s/targets",
      "/api/goals/%s/targets/%s", "/api/goals/practice-session", "/api/practice-sessions",
      "/api/%s/sessions", "/api/%s/sessions/%s", "/api/%s/sessions/%s/restore",
      "/api/%s/sessions/%s/activities", "/api/%s/sessions/%s/activities/%s",
      "/api/%s/sessions/%s/activities/%s/metrics", "/api/%s/sessions/%s/activities/reorder",
      "/api/%s/activity-instances", "/api/%s/activity-instances/%s",
      "/api/%s/activity-instances/%s/start", "/api/%s/activity-instances/%s/stop",
      "/api/%s/activity-instances/%s/restore", "/api/%s/metrics/%s/values",
      "/api/%s/metrics/%s/values?from=%s&to=%s&after=%s&limit=%s"};
  private static final String[] NAMES = {"name", "description", "type", "parent_id", "deadline",
      "targets", "completed", "parent", "goal_ids", "kind", "id", "parent_ids", "session_data",
      "session_start", "session_end", "duration_minutes", "total_duration_seconds", "template_id",
      "immediate_goals", "instance_id", "practice_session_id", "activity_definition_id",
      "activity_ids", "metrics", "metric_id", "split_id", "value", "time_start", "time_stop",
      "sets", "notes", "sections", "exercises", ""};
  private static final String[] TEXTS = {"", " ", "LongTermGoal", "UltimateGoal", "goal", "session",
      "2031-01-01", "0001-01-01", "9999-12-31T", "2031-01-01T10:00:00Z",
      "9999-12-31T23:59:59-05:00", "{\\\"sections\\\":[{\\\"activity_ids\\\":[\\\"x\\\"]}]}",
      "\\u0000", "\\ud800", "\\ud83d\\ude80", "../..",
      "' OR '1'='1", "null", "-1", "x".repeat(600)};

  private final Random random = new Random(20260304);
  private final List<String> ids = new ArrayList<>(List.of("unknown", "goal/x", "%", "\u0000"));

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String anyId() {
    return ids.get(random.nextInt(ids.size()));
  }

  private String path() {
    return any(PATHS).formatted(
        IntStream.range(0, 6).mapToObj(place -> encoded(anyId())).toArray());
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 3 ? 6 : 8)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2 -> List.of("0", "-1.50", "1e999", "12345678901234567890", "0.1e-7")
          .get(random.nextInt(5));
      case 3, 4 -> "\"" + any(TEXTS) + "\"";
      case 5 -> "\"" + anyId().replace("\u0000", "\\u0000") + "\"";
      case 6 -> IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(depth + 1))
          .collect(Collectors.joining(",", "[", "]"));
      default -> object(depth + 1);
    };
  }

  private String object(int depth) {
    return IntStream.range(0, random.nextInt(5))
        .mapToObj(i -> "\"%s\":%s".formatted(any(NAMES), value(depth)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String body() {
    var body = random.nextInt(4) == 0
        ? "{\"name\":\"n\",\"type\":\"LongTermGoal\",\"parent_id\":\"%s\"}"
            .formatted(anyId().replace("\u0000", ""))
        : object(0);
    return switch (random.nextInt(12)) {
      case 0 -> body.substring(0, random.nextInt(body.length()));
      case 1 -> body + body;
      case 2 -> "";
      default -> body;
    };
  }

  @Test
  void none_breaks_the_server_and_none_that_is_refused_writes() {
    for (int number = 0; number < 4; number++) {
      var root = SERVER.fractal("Root " + number);
      ids.add(root);
      ids.add(SERVER.goal(root, root, "Goal"));
    }
    var practice = Practice.on(SERVER);
    var session = practice.session("Session");
    var activity = practice.activity("Activity");
    ids.addAll(List.of(practice.root(), practice.goal(), session, activity, activity + "-pace",
        practice.instance(session, activity)));
    for (int number = 0; number < REQUESTS; number++) {
      long head = SERVER.head();
      var method = any(METHODS);
      var path = path();
      var body = body();

      var answer = SERVER.send(method, path, BodyPublishers.ofString(body));

      var asked = "%d: %s %s %s -> %s".formatted(number, method, path, body, answer.text());
      assertThat(answer.status()).as(asked).isLessThan(500);
      assertThat(answer.header("Content-Type").orElse("")).as(asked).contains("json");
      if (answer.status() >= 400) {
        answer.problem(answer.status());
        assertThat(SERVER.head()).as(asked).isEqualTo(head);
      } else if (answer.status() == 201) {
        ids.add(answer.at("/id").asString("unknown"));
      }
    }
    SERVER.get("/health").ok(200);
  }
}
