package org.fractalgoals.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page about limits: each of them is accepted as the page says, and one more is refused as it says. */
class LimitsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final Path PAGE = Path.of("..", "docs", "limits.md");
  private static final Pattern ROW = Pattern
      .compile("\\| ([^|]+?) \\| ([0-9 ]+?) \\| ([0-9]{3}) \\|");

  /** A line of the table. */
  private record Limit(String what, BigInteger most, int beyond) {}

  /** A request for as much of something. */
  private interface Request {
    Answer of(Practice practice, BigInteger count);
  }

  private static final Map<String, Request> REQUESTS = Map.ofEntries(
      Map.entry("characters of a name",
          (practice, count) -> fractal("{\"name\":\"%s\"}".formatted(times("n", count)))),
      Map.entry("characters of any other text",
          (practice, count) -> fractal(
              "{\"name\":\"n\",\"description\":\"%s\"}".formatted(times("d", count)))),
      Map.entry("characters of an id in a body", LimitsTest::instance),
      Map.entry("bytes of a body", (practice, count) -> body(count)),
      Map.entry("levels of objects and lists in a body",
          (practice, count) -> ignored(times("[", count.subtract(BigInteger.ONE))
              + times("]", count.subtract(BigInteger.ONE)))),
      Map.entry("digits of a number in a body", (practice, count) -> ignored(times("1", count))),
      Map.entry("metrics of an activity",
          (practice, count) -> activity(practice, "metrics", count,
              "{\"name\":\"m%1$d\",\"unit\":\"u%1$d\"}")),
      Map.entry("splits of an activity",
          (practice, count) -> activity(practice, "splits", count, "{\"name\":\"s%d\"}")),
      Map.entry("values on a page of the history of a metric", LimitsTest::values),
      Map.entry("notes on a page", LimitsTest::notes),
      Map.entry("minutes or seconds of a duration",
          (practice, count) -> session(practice,
              "{\"duration_minutes\":%d,\"total_duration_seconds\":%<d}"
                  .formatted(count))),
      Map.entry("the year of a time",
          (practice, year) -> session(practice,
              "{\"session_start\":\"%d-12-31T23:59:59\"}".formatted(year))));

  private static List<Limit> limits() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results()
        .map(row -> new Limit(row.group(1), new BigInteger(row.group(2).replace(" ", "")),
            Integer.parseInt(row.group(3))))
        .toList();
  }

  @Test
  void every_limit_of_the_page_is_tested() throws IOException {
    assertThat(limits()).extracting(Limit::what)
        .containsExactlyInAnyOrderElementsOf(REQUESTS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> as_much_is_accepted_and_one_more_is_not() throws IOException {
    return limits().stream()
        .map(limit -> dynamicTest(limit.what(), () -> requireLimit(limit)));
  }

  private static void requireLimit(Limit limit) {
    var request = Objects.requireNonNull(REQUESTS.get(limit.what()));
    var practice = Practice.on(SERVER);
    practice.instance(practice.session("Session"), practice.activity("Activity"));
    assertThat(request.of(practice, limit.most()).status()).isBetween(200, 299);
    long head = SERVER.head();

    request.of(practice, limit.most().add(BigInteger.ONE)).problem(limit.beyond());

    assertThat(SERVER.head()).isEqualTo(head);
  }

  private static String times(String text, BigInteger count) {
    return text.repeat(count.intValueExact());
  }

  private static Answer fractal(String body) {
    return SERVER.post("/api/fractals", body);
  }

  private static Answer ignored(String value) {
    return fractal("{\"name\":\"n\",\"ignored\":%s}".formatted(value));
  }

  private static Answer body(BigInteger bytes) {
    var around = "{\"name\":\"n\",\"ignored\":\"\"}";
    return ignored("\"%s\"".formatted(times("x", bytes.subtract(
        BigInteger.valueOf(around.length())))));
  }

  /** The first of what is listed there. */
  private static String first(Practice practice, String list) {
    return SERVER.get("/api/%s/%s".formatted(practice.root(), list)).ok(200).at("/0/id")
        .stringValue();
  }

  private static Answer instance(Practice practice, BigInteger length) {
    return SERVER.post(
        practice.sessions("/%s/activities".formatted(first(practice, "sessions"))),
        "{\"activity_definition_id\":\"%s\",\"instance_id\":\"%s\"}"
            .formatted(first(practice, "activities"), times("i", length)));
  }

  private static Answer session(Practice practice, String change) {
    return SERVER.put(practice.sessions("/" + first(practice, "sessions")), change);
  }

  private static Answer activity(Practice practice, String list, BigInteger count, String item) {
    var items = IntStream.range(0, count.intValueExact()).mapToObj(item::formatted)
        .collect(Collectors.joining(","));
    return SERVER.post("/api/%s/activities".formatted(practice.root()),
        "{\"name\":\"New\",\"%s\":[%s]}".formatted(list, items));
  }

  private static Answer notes(Practice practice, BigInteger limit) {
    return SERVER.get("/api/%s/notes?limit=%d".formatted(practice.root(), limit));
  }

  private static Answer values(Practice practice, BigInteger limit) {
    return SERVER.get("/api/%s/metrics/%s-pace/values?limit=%d".formatted(practice.root(),
        first(practice, "activities"), limit));
  }
}
