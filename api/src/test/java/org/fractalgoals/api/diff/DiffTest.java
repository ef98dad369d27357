package org.fractalgoals.api.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What has changed between two moments. */
class DiffTest {

  @RegisterExtension static final RunningServer server = new RunningServer();

  private Practice practice = new Practice(server, "", "");
  private String fractal = "";
  private Instant beginning = Instant.EPOCH;

  @BeforeEach
  void aFractal() {
    practice = Practice.on(server);
    fractal = "/api/" + practice.root();
    beginning = hourPasses();
  }

  /** The moment that is left behind. */
  private static Instant hourPasses() {
    var before = server.clock().instant();
    server.clock().advance(Duration.ofHours(1));
    return before;
  }

  private Answer since(Instant from) {
    return server.get("%s/diff?from=%s".formatted(fractal, from)).ok(200);
  }

  private Answer between(Instant from, Instant to) {
    return server.get("%s/diff?from=%s&to=%s".formatted(fractal, from, to)).ok(200);
  }

  private static List<String> happened(JsonNode thing) {
    return thing.get("happened").valueStream().map(JsonNode::stringValue).toList();
  }

  private static JsonNode change(JsonNode thing, String field) {
    return thing.get("changes").valueStream()
        .filter(change -> change.get("field").stringValue().equals(field)).findFirst()
        .orElseThrow();
  }

  @Test
  void nothing_is_different_where_nothing_happened() {
    assertThat(since(beginning).json()).isEmpty();
  }

  @Test
  void a_changed_goal_is_told_field_by_field() {
    server.put(fractal + "/goals/" + practice.goal(), """
      {"name":"Splices","deadline":"2031-01-02","targets":[{"n":1.50}]}
      """).ok(200);

    var things = since(beginning).json();
    assertThat(things).hasSize(1);
    var goal = things.get(0);
    assertThat(goal.get("kind").stringValue()).isEqualTo("goal");
    assertThat(goal.get("id").stringValue()).isEqualTo(practice.goal());
    assertThat(goal.get("name").stringValue()).isEqualTo("Splices");
    assertThat(happened(goal)).containsExactly("changed");
    assertThat(goal.get("changes")).hasSize(3);
    assertThat(change(goal, "name").toString())
        .isEqualTo("{\"field\":\"name\",\"before\":\"Knots\",\"after\":\"Splices\"}");
    assertThat(change(goal, "deadline").toString()).isEqualTo(
        "{\"field\":\"deadline\",\"before\":null,\"after\":\"2031-01-02T00:00:00\"}");
    assertThat(since(beginning).text()).contains("\"after\":[{\"n\":1.50}]");
  }

  @Test
  void what_was_created_is_told_with_all_its_values() {
    var session = practice.session("Morning");
    var created = hourPasses();
    server.put(practice.sessions("/" + session), "{\"name\":\"Evening\"}").ok(200);

    var thing = between(beginning, created).json().get(0);
    assertThat(happened(thing)).containsExactly("created");
    assertThat(change(thing, "name").get("after").stringValue()).isEqualTo("Morning");
    assertThat(change(thing, "parent_id").get("after").toString()).contains("\"kind\":\"goal\"",
        practice.goal());
    assertThat(change(thing, "goal_id").get("part").stringValue()).isEqualTo(practice.goal());
    var later = since(created).json();
    assertThat(later).hasSize(1);
    assertThat(happened(later.get(0))).containsExactly("changed");
  }

  @Test
  void deletion_and_restoration_are_told() {
    var path = fractal + "/goals/" + practice.goal();
    server.delete(path).ok(200);
    var deleted = hourPasses();
    server.post(path + "/restore", "").ok(200);
    var restored = hourPasses();

    assertThat(happened(between(beginning, deleted).json().get(0))).containsExactly("deleted");
    assertThat(happened(between(deleted, restored).json().get(0))).containsExactly("restored");
    assertThat(between(beginning, restored).json()).as("as it was").isEmpty();
  }

  @Test
  void what_is_created_and_deleted_in_between_is_told_as_both() {
    var session = practice.session("Morning");
    server.delete(practice.sessions("/" + session)).ok(200);

    assertThat(happened(since(beginning).json().get(0))).containsExactly("created", "deleted");
  }

  @Test
  void a_deleted_fractal_can_be_compared() {
    server.delete("/api/fractals/" + practice.root()).ok(200);

    assertThat(since(beginning).json().findValuesAsString("id"))
        .containsExactlyInAnyOrder(practice.root(), practice.goal());
  }

  @Test
  void before_it_was_created_a_fractal_had_nothing() {
    var things = since(RunningServer.START.minusSeconds(1)).json();

    assertThat(things).hasSize(2).allSatisfy(
        thing -> assertThat(happened(thing)).containsExactly("created"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"'' | \"from\" is needed",
      "?to=2026-03-04 | \"from\" is needed",
      "?from=x | \"from\" must be a day", "?from=2026-03-04&to=x | \"to\" must be a day",
      "?from=2099-01-01 | \"from\" lies in the future.",
      "?from=2026-03-01&to=2099-01-01 | \"to\" lies in the future.",
      "?from=2026-03-03&to=2026-03-02 | \"to\" must not lie before \"from\"."})
  void moments_that_cannot_be_compared_are_refused(String query, String sentence) {
    assertThat(server.get(fractal + "/diff" + query).problem(400).error()).startsWith(sentence);
  }

  @Test
  void there_is_nothing_to_compare_where_there_never_was_a_fractal() {
    for (var id : List.of("x", practice.goal())) {
      server.get("/api/%s/diff?from=2026-03-04".formatted(id)).problem(404);
    }
  }
}
