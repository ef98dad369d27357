package org.fractalgoals.api.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be asked as of then. */
class AsOfRefusalsTest {

  @RegisterExtension static final RunningServer server = new RunningServer();

  private String fractal = "";

  @BeforeEach
  void aFractal() {
    fractal = "/api/" + server.fractal("Sail");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "asOf= | \"asOf\" must be a day", "asOf | \"asOf\" must be a day",
      "asOf=yesterday | \"asOf\" must be a day", "asOf=2026-02-30 | \"asOf\" must be a day",
      "asOf=2026-03-04T05:00:00+05:30 | \"asOf\" must be a day",
      "asOf=2026-03-04T05:06:08 | \"asOf\" lies in the future.",
      "asOf=2026-03-05 | \"asOf\" lies in the future.",
      "asOf=9999-12-31T23:59:59Z | \"asOf\" lies in the future.",
      "asOf=2026-03-03&asOf=2026-03-03 | \"asOf\" can be said once only.",
      "asOf=2026-03-04&asOfPosition=0 | Either \"asOf\" or \"asOfPosition\"",
      "asOfPosition= | \"asOfPosition\" must be the position",
      "asOfPosition=-1 | \"asOfPosition\" must be the position",
      "asOfPosition=1.5 | \"asOfPosition\" must be the position",
      "asOfPosition=9999999999999999999 | \"asOfPosition\" must be the position",
      "asOfPosition=999999999999999999 | \"asOfPosition\" is beyond the last event"})
  void a_bad_value_is_refused_with_a_sentence(String query, String sentence) {
    for (var path : List.of(fractal + "/goals", "/api/fractals", "/api/goals/x")) {
      assertThat(server.get(path + "?" + query).problem(400).error()).startsWith(sentence);
    }
  }

  @Test
  void nothing_can_be_changed_as_of_then() {
    var head = server.head();

    for (var query : List.of("?asOf=2026-03-03", "?asOfPosition=0", "?x=1&asOf=2026-03-03")) {
      assertThat(server.post("/api/fractals" + query, "{\"name\":\"Climb\"}").problem(400).error())
          .startsWith("Only what reads can be asked as of then");
      server.put(fractal + "/goals/x" + query, "{}").problem(400);
      server.delete(fractal + "/goals/x" + query).problem(400);
    }

    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void other_parameters_are_ignored_as_ever() {
    server.get(fractal + "/goals?asof=x&asOfX=y&as_of=z").ok(200);
    server.get(fractal + "/goals?x=asOf").ok(200);
  }

  @Test
  void what_is_not_about_a_moment_ignores_them() {
    for (var path : List.of("/health", "/openapi.json")) {
      server.get(path + "?asOf=never&asOfPosition=-1").ok(200);
    }
    server.get("/api/admin/projections?asOf=never").problem(401);
  }

  @Test
  void what_was_never_there_is_no_more_there_then() {
    for (var path : List.of("/api/x/goals", "/api/goals/x", "/api/x/sessions/y")) {
      assertThat(server.get(path + "?asOf=2026-03-04").problem(404).error())
          .isEqualTo(server.get(path).problem(404).error());
    }
  }
}
