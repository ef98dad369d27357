package org.fractalgoals.api.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Practice practice = new Practice(SERVER, "", "");

  @BeforeEach
  void given() {
    practice = Practice.on(SERVER);
  }

  private static String path(String node) {
    return "/api/goals/%s/targets".formatted(node);
  }

  @Test
  void targets_are_added_and_removed_and_the_others_stay_as_they_are() {
    for (var node : List.of(practice.goal(), practice.session("Morning"))) {
      SERVER.put("/api/goals/" + node, "{\"targets\":[{\"id\":\"k-1\",\"v\": 1.50}]}").ok(200);

      var added = SERVER.post(path(node), "{\"id\":\"k-2\",\"metrics\":[{\"value\":10.0}]}")
          .ok(201);

      assertThat(added.text()).isEqualTo(
          "{\"targets\":[{\"id\":\"k-1\",\"v\": 1.50},{\"id\":\"k-2\",\"metrics\":[{\"value\":10.0}]}],\"id\":\"k-2\"}");
      assertThat(SERVER.get("/api/goals/" + node).ok(200).at("/attributes/targets").size())
          .isEqualTo(2);
      assertThat(SERVER.delete(path(node) + "/k-1").ok(200).text())
          .isEqualTo("{\"targets\":[{\"id\":\"k-2\",\"metrics\":[{\"value\":10.0}]}]}");
      SERVER.delete(path(node) + "/k-1").problem(404);
      assertThat(SERVER.delete(path(node) + "/k-2").ok(200).text()).isEqualTo("{\"targets\":[]}");
    }
  }

  @Test
  void a_target_without_id_gets_one() {
    var answer = SERVER.post(path(practice.goal()), "{\"name\":\"Fast\"}").ok(201);

    assertThat(answer.id()).isNotBlank();
    assertThat(answer.at("/targets/0/id").stringValue()).isEqualTo(answer.id());
    assertThat(answer.at("/targets/0/name").stringValue()).isEqualTo("Fast");
  }

  @Test
  void targets_added_at_once_are_all_kept() {
    var all = IntStream.range(0, 8).mapToObj(number -> CompletableFuture.supplyAsync(
        () -> SERVER.post(path(practice.goal()), "{\"id\":\"k-%d\"}".formatted(number)))).toList();

    all.forEach(answer -> answer.join().ok(201));

    assertThat(SERVER.get("/api/goals/" + practice.goal()).at("/attributes/targets").size())
        .isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "nonsense", "{\"id\":1}", "{\"id\":null}", "{\"id\":\"\"}",
      "{\"a\":1,\"a\":2}"})
  void what_is_no_target_is_refused(String body) {
    long head = SERVER.head();

    SERVER.post(path(practice.goal()), body).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }
}
