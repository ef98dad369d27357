package org.fractalgoals.api.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoalAttachmentTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private Programs programs = new Programs(SERVER, "");
  private String program = "";
  private String block = "";
  private String goal = "";

  @BeforeEach
  void given() {
    programs = Programs.on(SERVER);
    block = programs.blockId();
    program = programs.withBlocks(Programs.block(block));
    goal = programs.goal("Boat");
  }

  private Answer attach(String body) {
    return SERVER.post(programs.path("/%s/blocks/%s/goals".formatted(program, block)), body);
  }

  private String deadline() {
    return SERVER.get("/api/%s/goals/%s".formatted(programs.root(), goal)).ok(200).at("/deadline")
        .toString();
  }

  @Test
  void the_goal_is_attached_once_and_gets_the_deadline() {
    var answer = attach(
        "{\"goal_id\":\"%s\",\"deadline\":\"2031-01-08T10:00:00Z\"}".formatted(goal))
        .ok(200);

    assertThat(answer.at("/message").stringValue()).isEqualTo("Goal attached and updated");
    assertThat(answer.at("/block/goal_ids").toString()).isEqualTo("[\"%s\"]".formatted(goal));
    assertThat(answer.at("/block")).isEqualTo(programs.read(program).at("/blocks/0"));
    assertThat(deadline()).isEqualTo("\"2031-01-08T00:00:00\"");

    long head = SERVER.head();
    attach("{\"goal_id\":\"%s\",\"deadline\":\"2031-01-08\"}".formatted(goal)).ok(200);
    attach("{\"goal_id\":\"%s\"}".formatted(goal)).ok(200);
    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void without_a_deadline_that_of_the_goal_stays() {
    attach("{\"goal_id\":\"%s\",\"deadline\":null}".formatted(goal)).ok(200);

    assertThat(deadline()).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"goal_id\":null}", "{\"goal_id\":1}",
      "{\"goal_id\":\"unknown\"}", "{\"goal_id\":\"GOAL\",\"deadline\":\"soon\"}",
      "{\"goal_id\":\"GOAL\",\"deadline\":5}", "{\"goal_id\":\"GOAL\",\"deadline\":\"2031-02-30\"}",
      "{\"goal_id\":\"GOAL\",\"deadline\":\"1999-01-01\"}"})
  void a_bad_request_is_refused_and_neither_block_nor_goal_changes(String body) {
    long head = SERVER.head();

    attach(body.replace("GOAL", goal)).problem(400);

    assertThat(SERVER.head()).isEqualTo(head);
  }

  @Test
  void a_goal_of_another_fractal_or_a_deleted_one_is_refused() {
    attach("{\"goal_id\":\"%s\"}".formatted(SERVER.fractal("Row"))).problem(400);
    SERVER.delete("/api/%s/goals/%s".formatted(programs.root(), goal)).ok(200);
    attach("{\"goal_id\":\"%s\"}".formatted(goal)).problem(400);
  }

  @Test
  void a_block_that_is_not_where_the_path_says_is_not_found() {
    var body = "{\"goal_id\":\"%s\"}".formatted(goal);
    SERVER.post(programs.path("/%s/blocks/unknown/goals".formatted(program)), body).problem(404);
    SERVER.post(programs.path("/%s/blocks/%s/goals".formatted(programs.program(""), block)), body)
        .problem(404);
    programs.save(program).ok(200);
    attach(body).problem(404);
  }

  @Test
  void goals_that_are_attached_at_the_same_time_are_all_attached() throws Exception {
    var goals = List.of(programs.goal("A"), programs.goal("B"), programs.goal("C"),
        programs.goal("D"), programs.goal("E"));
    try (var threads = Executors.newFixedThreadPool(goals.size())) {
      for (var done : threads.invokeAll(goals.stream().<Callable<Answer>>map(
          each -> () -> attach("{\"goal_id\":\"%s\",\"deadline\":\"2031-01-08\"}".formatted(each)))
          .toList())) {
        done.get().ok(200);
      }
    }

    assertThat(Set.copyOf(programs.read(program).at("/blocks/0/goal_ids").valueStream()
        .map(id -> id.stringValue()).toList())).isEqualTo(Set.copyOf(goals));
  }
}
