package org.fractalgoals.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.api.RunningServer;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a server of its own, because some of them spoil it. */
class HealthTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final RunningServer server = new RunningServer();

  @BeforeEach
  void start() throws Exception {
    server.open();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static NewEvent created(String id, LocalDate deadline) {
    var today = LocalDate.of(2026, 3, 4);
    return new NewEvent(id + "-event", NewEvent.NEXT, new GoalCreated(id, id, null, "UltimateGoal",
        "Sail", "", deadline, null, 0, today, null),
        Envelope.live(id, new Origin("tester", Source.API, id)));
  }

  @Test
  void a_server_that_works_is_healthy() {
    var answer = server.get("/health").ok(200);

    assertThat(answer.at("/status").stringValue()).isEqualTo("healthy");
    assertThat(answer.at("/message").stringValue()).isNotBlank();
    assertThat(answer.at("/environment").stringValue()).isEqualTo("testing");
    assertThat(answer.at("/database").stringValue()).isEqualTo("events.db");
  }

  @Test
  void while_the_read_model_is_filled_it_says_how_far_it_is() {
    var root = server.fractal("Climb");
    var file = server.application().readModel().file().orElseThrow();
    server.stop();
    assertThat(file.toFile().delete()).isTrue();
    server.startIdle();

    var health = server.get("/health").ok(503);
    assertThat(health.at("/status").stringValue()).isEqualTo("rebuilding");
    assertThat(health.at("/position").longValue()).isZero();
    assertThat(health.at("/head").longValue()).isEqualTo(1);
    for (var path : List.of("/api/fractals", "/api/%s/goals", "/api/%s/goals/%s", "/api/trash",
        "/api/%s/trash")) {
      var problem = server.get(path.formatted(root, root)).problem(503);
      assertThat(problem.at("/position").longValue()).isZero();
      assertThat(problem.at("/head").longValue()).isEqualTo(1);
    }
    assertThat(server.post("/api/fractals", "{\"name\":\"x\"}").problem(503).at("/saved")
        .booleanValue(true)).isFalse();
    assertThat(server.head()).isEqualTo(1);

    server.application().readModel().start();
    server.awaitApplied();
    assertThat(server.get("/api/%s/goals".formatted(root)).ok(200).id()).isEqualTo(root);
    server.get("/health").ok(200);
  }

  @Test
  void a_read_model_that_stopped_says_where_and_why_and_goes_on_reading() {
    var root = server.fractal("Climb");
    server.application().store().append(List.of(created("sail", LocalDate.of(2001, 1, 1))));
    long position = server.head();
    assertThatThrownBy(() -> server.application().readModel().await(position, LONG))
        .isInstanceOf(ProjectionStopped.class);

    var health = server.get("/health").ok(503);
    assertThat(health.at("/status").stringValue()).isEqualTo("stopped");
    assertThat(health.at("/message").stringValue()).contains("goal.created");
    server.get("/api/%s/goals".formatted(root)).ok(200);
    var problem = server.post("/api/fractals", "{\"name\":\"x\"}").problem(503);
    assertThat(problem.error()).contains("goal.created", Long.toString(position));
    assertThat(problem.at("/saved").booleanValue(true)).isFalse();
    assertThat(problem.at("/position").longValue()).isEqualTo(position);
    assertThat(problem.at("/event").stringValue()).isEqualTo("goal.created");
    assertThat(problem.at("/reason").stringValue()).isNotBlank();
    assertThat(server.head()).isEqualTo(position);
  }

  @Test
  void after_a_restart_everything_is_there() {
    var root = server.fractal("Climb");
    var goal = server.goal(root, root, "Rope");
    server.delete("/api/%s/goals/%s".formatted(root, goal)).ok(200);
    server.stop();

    server.start();

    server.get("/api/%s/goals/%s".formatted(root, goal)).problem(404);
    server.post("/api/%s/goals/%s/restore".formatted(root, goal), "").ok(200);
    server.get("/api/%s/goals/%s".formatted(root, goal)).ok(200);
  }
}
