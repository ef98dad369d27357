package org.fractalgoals.api.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query can ask for an answer that is not older than what its client knows from elsewhere. */
class MinimumPositionTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static Answer get(String position) {
    return SERVER
        .send(SERVER.request("/api/fractals").header("Fractal-Min-Position", position).GET());
  }

  @Test
  void the_position_of_an_answer_can_be_asked_for() {
    var made = SERVER.post("/api/fractals", "{\"name\":\"Sail\"}").ok(201);
    var position = made.header("Fractal-Position").orElseThrow();

    assertThat(position).isEqualTo(
        SERVER.application().store().storeId() + ":" + SERVER.head());
    assertThat(get(position).ok(200).text()).contains(made.id());
  }

  @Test
  void a_position_of_another_store_is_refused() {
    assertThat(get("0197c1a2:0").problem(412).error()).contains("another event store");
  }

  @Test
  void a_position_that_is_not_reached_yet_is_refused_and_not_waited_for() {
    var future = SERVER.application().store().storeId() + ":" + (SERVER.head() + 1);

    assertThat(get(future).problem(412).error()).contains("backup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", ":7", "a:", "a:-1", "a:b", "a:99999999999999999999"})
  void what_is_no_position_is_refused(String text) {
    get(text).problem(400);
  }
}
