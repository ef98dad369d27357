package org.fractalgoals.api.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Random requests, half of them nearly right: none may break the server, none that is refused may write. */
class HostileRequestsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String GAP = "<>";
  private static final Pattern GAPS = Pattern.compile(GAP);
  private static final int REQUESTS = 3000;
  private static final String[] METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"};
  private static final String[] PATHS = Table.ROUTES.stream()
      .map(HostileRequestsTest::path).distinct().toArray(String[]::new);
  private static final String[] NAMES = Stream.concat(
      Table.ROUTES.stream().flatMap(route -> route.members().keySet().stream())
          .map(place -> place.replaceAll(".*/", "")).filter(name -> !name.matches("[0-9]+")),
      Stream.of("sections", "exercises", "")).distinct().toArray(String[]::new);
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

  /** The path of a route, and all parameters it asks for, with gaps for ids. */
  private static String path(Route route) {
    var path = route.path().replaceAll("\\{\\w+}", GAP);
    return route.queries().isEmpty()
        ? path
        : route.queries().keySet().stream().map(name -> name + "=" + GAP)
            .collect(Collectors.joining("&", path + "?", ""));
  }

  private String path() {
    return GAPS.matcher(any(PATHS))
        .replaceAll(gap -> Matcher.quoteReplacement(encoded(anyId())));
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
