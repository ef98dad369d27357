package org.fractalgoals.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every member of every body with every wrong value: 400, a sentence, and nothing stored. */
class BadInputTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String[] NO_TEXT = {"1", "1.5", "true", "[]", "{}", "[\"x\"]"};

  private String root = "";
  private String goal = "";

  @BeforeEach
  void given() {
    root = SERVER.fractal("Sail");
    goal = SERVER.goal(root, root, "Boat");
  }

  private void assertRefused(String method, String path, String body) {
    long head = SERVER.head();
    SERVER.send(method, path, body).problem(400);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  /** Values that are wrong for a name. */
  static Stream<String> names() {
    return Stream.concat(Stream.of(NO_TEXT), Stream.of("null", "\"\"", "\" \\t\\n\"",
        "\"%s\"".formatted("x".repeat(501)), "\"\\ud800\"", "\"a\\udc00b\"", "\"\\ude80\\ud83d\""));
  }

  /** Values that are wrong for a description. */
  static Stream<String> descriptions() {
    return Stream.concat(Stream.of(NO_TEXT), Stream.of("\"%s\"".formatted("x".repeat(100_001)),
        "\"\\ud800\""));
  }

  /** Values that are wrong for the type of a goal. */
  static Stream<String> types() {
    return Stream.concat(Stream.of(NO_TEXT), Stream.of("null", "\"\"", "\"PracticeSession\"",
        "\"ultimategoal\"", "\"ULTIMATE\"", "\"Placeholder\"", "\"UltimateGoal \""));
  }

  /** Values that are wrong for a deadline. */
  static Stream<String> deadlines() {
    return Stream.concat(Stream.of(NO_TEXT), Stream.of("\"soon\"", "\"2031-02-30\"",
        "\"2031-13-01\"", "\"2031-1-1\"", "\"20310101\"", "\" 2031-01-01\"", "\"2031-01-01 \"",
        "\"2031-01-01 10:00\"", "\"+12031-01-01\"", "\"-2031-01-01\"", "\"0000-01-01\"",
        "\"2027-02-29\"", "\"٢٠٣١-٠١-٠١\"", "\"2031-01-01\\u0000\"", "\"2001-01-01\""));
  }

  /** Values that are wrong for targets. */
  static Stream<String> targets() {
    return Stream.of("1", "true", "\"[]\"", "{}", "[1]", "[null]", "[[]]", "[\"x\"]",
        "[{\"a\":\"\\ud800\"}]", "[{\"\\udc00\":1}]", "[{\"a\":1,\"a\":2}]", "[{}", "[NaN]",
        "[{\"a\":01}]", "[{\"a\":" + "1".repeat(1001) + "}]");
  }

  /** Values that are wrong for the id of a parent. */
  static Stream<String> parents() {
    return Stream.concat(Stream.of(NO_TEXT), Stream.of("null", "\"\"", "\"unknown\"",
        "\"%s\"".formatted("x".repeat(501)), "\"\\u0000\"", "\"goal/x\"", "\"' OR 1=1 --\""));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name(String wrong) {
    var member = "{\"name\":%s".formatted(wrong);
    assertRefused("POST", "/api/fractals", member + "}");
    assertRefused("POST", "/api/%s/goals".formatted(root),
        member + ",\"type\":\"NanoGoal\",\"parent_id\":\"%s\"}".formatted(root));
    assertRefused("PUT", "/api/%s/goals/%s".formatted(root, goal), member + "}");
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void a_description(String wrong) {
    var members = "{\"name\":\"x\",\"description\":%s".formatted(wrong);
    assertRefused("POST", "/api/fractals", members + "}");
    assertRefused("POST", "/api/%s/goals".formatted(root),
        members + ",\"type\":\"NanoGoal\",\"parent_id\":\"%s\"}".formatted(root));
    assertRefused("PUT", "/api/%s/goals/%s".formatted(root, goal), members + "}");
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type(String wrong) {
    assertRefused("POST", "/api/fractals", "{\"name\":\"x\",\"type\":%s}".formatted(wrong));
    assertRefused("POST", "/api/%s/goals".formatted(root),
        "{\"name\":\"x\",\"type\":%s,\"parent_id\":\"%s\"}".formatted(wrong, root));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ImmediateGoal", "MicroGoal", "NanoGoal"})
  void a_type_of_a_fractal_that_only_lower_goals_have(String type) {
    assertRefused("POST", "/api/fractals", "{\"name\":\"x\",\"type\":\"%s\"}".formatted(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/fractals", "/api/%s/goals"})
  void a_creation_without_its_members(String path) {
    assertRefused("POST", path.formatted(root), "{}");
    assertRefused("POST", path.formatted(root), "{\"description\":\"x\"}");
    assertRefused("POST", "/api/%s/goals".formatted(root), "{\"name\":\"x\",\"parent_id\":\"%s\"}"
        .formatted(root));
  }

  @ParameterizedTest
  @MethodSource("deadlines")
  void a_deadline(String wrong) {
    assertRefused("POST", "/api/%s/goals".formatted(root), """
      {"name":"x","type":"NanoGoal","parent_id":"%s","deadline":%s}
      """.formatted(root, wrong));
    assertRefused("PUT", "/api/%s/goals/%s".formatted(root, goal),
        "{\"deadline\":%s}".formatted(wrong));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void targets(String wrong) {
    assertRefused("PUT", "/api/%s/goals/%s".formatted(root, goal),
        "{\"targets\":%s}".formatted(wrong));
  }

  @ParameterizedTest
  @MethodSource("parents")
  void the_id_of_a_parent(String wrong) {
    assertRefused("POST", "/api/%s/goals".formatted(root),
        "{\"name\":\"x\",\"type\":\"NanoGoal\",\"parent_id\":%s}".formatted(wrong));
    assertRefused("POST", "/api/%s/goals/%s/move".formatted(root, goal),
        "{\"parent\":{\"kind\":\"goal\",\"id\":%s}}".formatted(wrong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nonsense", "null", "1", "\"x\"", "[]", "[{\"name\":\"x\"}]",
      "{\"name\":\"x\"", "{\"name\":\"x\"}}", "{\"name\":\"x\"} {}", "{\"name\":\"x\",}",
      "{'name':'x'}", "{name:\"x\"}", "{\"name\":\"x\"} // why", "{\"name\":\"x\",\"name\":\"y\"}",
      "{\"name\":\"x\",\"n\\u0061me\":\"y\"}", "{\"name\":\"x\",\"other\":{\"a\":1,\"a\":2}}",
      "{\"name\":\"x\",\"other\":NaN}", "{\"name\":\"a\nb\"}", "{\"name\":\"x\",\"a\":tru}",
      "{\"name\":\"x\",\"\\ud800\":1}", "{\"name\":\"x\",\"other\":\"\\udfff\"}",
      "\ufeff{\"name\":\"x\"}",
      "{\"name\":\"x\",\"a\":1e}", "name=x"})
  void a_body_that_is_no_json_object(String body) {
    assertRefused("POST", "/api/fractals", body);
    assertRefused("POST", "/api/%s/goals".formatted(root), body);
    assertRefused("PUT", "/api/%s/goals/%s".formatted(root, goal), body);
    assertRefused("POST", "/api/%s/goals/%s/move".formatted(root, goal), body);
    assertRefused("POST", "/api/%s/goals/%s/reorder".formatted(root, root), body);
  }
}
