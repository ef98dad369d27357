package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many clients at once, over HTTP: whatever is answered holds. */
class RacesTest {

  private static final int ROUNDS = 25;

  @TempDir Path directory;

  private static String newGoal(String name, String parent) {
    return "{\"name\":\"%s\",\"type\":\"NanoGoal\",\"parent_id\":\"%s\"}".formatted(name, parent);
  }

  private static String id(JsonNode goal) {
    return goal.get("id").asString();
  }

  @Test
  void writes_of_sixteen_clients_are_read_by_them_at_once_and_none_is_lost() throws Exception {
    try (var server = Program.serve(directory)) {
      var root = id(server.ask("POST", "/api/fractals", "{\"name\":\"Race\"}"));
      var goal = id(server.ask("POST", "/api/" + root + "/goals", newGoal("Goal", root)));
      inParallel(IntStream.range(0, 16).<Callable<Void>>mapToObj(client -> () -> {
        for (int round = 0; round < ROUNDS; round++) {
          var name = "Goal %d of %d".formatted(round, client);
          var made = id(server.ask("POST", "/api/" + root + "/goals", newGoal(name, goal)));
          assertThat(server.get("/api/" + root + "/goals/" + made).get("name").asString())
              .isEqualTo(name);
          var renamed = server.send("PUT", "/api/" + root + "/goals/" + goal,
              "{\"name\":\"Renamed by %d in %d\"}".formatted(client, round));
          assertThat(renamed.statusCode()).isIn(200, 409);
        }
        return null;
      }).toList());

      assertThat(server.get("/api/" + root + "/goals/" + goal).get("children"))
          .hasSize(16 * ROUNDS);
    }
  }

  @Test
  void a_goal_added_below_one_that_is_being_deleted_goes_with_it_or_is_refused() throws Exception {
    try (var server = Program.serve(directory)) {
      var root = id(server.ask("POST", "/api/fractals", "{\"name\":\"Race\"}"));
      for (int round = 0; round < ROUNDS; round++) {
        var top = id(server.ask("POST", "/api/" + root + "/goals", newGoal("Top", root)));
        var statuses = inParallel(List.<Callable<Integer>>of(
            () -> server.send("DELETE", "/api/" + root + "/goals/" + top, "").statusCode(),
            () -> server.send("POST", "/api/" + root + "/goals", newGoal("Late", top))
                .statusCode()));

        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.get(1)).isIn(201, 400, 409);
        assertThat(server.get("/api/" + root + "/goals").get("children")).isEmpty();
        var count = server.get("/api/" + root + "/trash").get(0).get("count").asInt();
        assertThat(count).isEqualTo(statuses.get(1) == 400 ? 1 : 2);
      }
    }
  }

  @Test
  void of_two_moves_that_make_a_cycle_one_is_refused() throws Exception {
    try (var server = Program.serve(directory)) {
      var root = id(server.ask("POST", "/api/fractals", "{\"name\":\"Race\"}"));
      for (int round = 0; round < ROUNDS; round++) {
        var a = id(server.ask("POST", "/api/" + root + "/goals", newGoal("A", root)));
        var b = id(server.ask("POST", "/api/" + root + "/goals", newGoal("B", root)));
        var statuses = inParallel(List.<Callable<Integer>>of(() -> move(server, root, a, b),
            () -> move(server, root, b, a)));

        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
        assertThat(server.get("/api/" + root + "/goals").findValuesAsString("name"))
            .contains("A", "B");
      }
    }
  }

  @Test
  void of_sixteen_clients_that_want_one_name_one_gets_it_each_time() throws Exception {
    try (var server = Program.serve(directory)) {
      var root = id(server.ask("POST", "/api/fractals", "{\"name\":\"Race\"}"));
      for (var list : List.of("activity-groups", "activities", "session-templates")) {
        for (int round = 0; round < ROUNDS; round++) {
          var body = "{\"name\":\"Name %d\",\"template_data\":{\"sections\":[]}}".formatted(round);
          var path = "/api/%s/%s".formatted(root, list);
          var statuses = inParallel(Collections.nCopies(16,
              () -> server.send("POST", path, body).statusCode()));

          assertThat(statuses).as(list).containsOnlyOnce(201)
              .containsOnly(201, 409);
        }
        assertThat(server.get("/api/%s/%s".formatted(root, list))).hasSize(ROUNDS);
      }
    }
  }

  private static int move(Program.Server server, String root, String goal, String parent)
      throws Exception {
    return server.send("POST", "/api/" + root + "/goals/" + goal + "/move",
        "{\"parent\":{\"kind\":\"goal\",\"id\":\"%s\"}}".formatted(parent)).statusCode();
  }

  private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
    var together = new CyclicBarrier(tasks.size());
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var futures = new ArrayList<Future<T>>();
      for (var task : tasks) {
        futures.add(threads.submit(() -> {
          together.await();
          return task.call();
        }));
      }
      var answers = new ArrayList<T>();
      for (var future : futures) {
        answers.add(future.get(60, TimeUnit.SECONDS));
      }
      return answers;
    }
  }
}
