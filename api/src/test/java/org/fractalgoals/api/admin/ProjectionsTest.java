package org.fractalgoals.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.fractalgoals.api.Answer;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.projections.rebuild.RebuildProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Building the read model anew over HTTP. */
class ProjectionsTest {

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String PROJECTIONS = "/api/admin/projections";
  private static final String REBUILD = PROJECTIONS + "/rebuild";

  @BeforeEach
  void something_to_read() {
    SERVER.fractal("Sail");
  }

  private static String authorization() {
    return AdminToken.find(SERVER.directory()).orElseThrow().authorization();
  }

  private static Answer send(String method, String path) {
    return SERVER.send(SERVER.request(path).header("Authorization", authorization()).method(method,
        BodyPublishers.noBody()));
  }

  /** Keeps a rebuild at its first change of phase until it is let go. */
  private record Brake(CountDownLatch reached, CountDownLatch released) {

    void hold(RebuildProgress step) {
      reached.countDown();
      try {
        assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @FunctionalInterface
  private interface Scene {
    void play(CountDownLatch released) throws Exception;
  }

  /** Plays while a rebuild stands still, and then lets it come to its end. */
  private static void whileOneRuns(Scene scene) throws Exception {
    var brake = new Brake(new CountDownLatch(1), new CountDownLatch(1));
    var ended = new CountDownLatch(1);
    var readModel = SERVER.application().readModel();
    var ending = readModel.onRebuildProgress(step -> {
      if (!step.isRunning()) {
        ended.countDown();
      }
    });
    var braking = readModel.onRebuildProgress(brake::hold);
    try {
      var begun = send("POST", REBUILD).ok(202);
      assertThat(begun.header("Location")).hasValue(PROJECTIONS);
      assertThat(brake.reached().await(30, TimeUnit.SECONDS)).isTrue();
      scene.play(brake.released());
    } finally {
      brake.released().countDown();
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
      braking.close();
      ending.close();
    }
  }

  private static JsonNode state() {
    return send("GET", PROJECTIONS).ok(200).json();
  }

  @Test
  void it_says_how_the_read_model_stands() {
    var state = state();

    assertThat(state.at("/state").stringValue()).isEqualTo("live");
    assertThat(state.at("/position").longValue()).isEqualTo(SERVER.head());
    assertThat(state.at("/head").longValue()).isEqualTo(SERVER.head());
    assertThat(state.at("/lag").longValue()).isZero();
    assertThat(state.at("/fingerprint").stringValue()).matches("[0-9a-f]{64}");
    assertThat(SERVER.directory().resolve(state.at("/file").stringValue())).exists();
    assertThat(state.path("generations").valueStream()
        .filter(each -> each.path("current").booleanValue())).singleElement()
        .satisfies(current -> assertThat(current.path("file")).isEqualTo(state.path("file")));
  }

  @Test
  void a_rebuild_takes_the_place_of_what_was_in_use_which_answers_meanwhile() throws Exception {
    var before = state().at("/file").stringValue();

    whileOneRuns(released -> {
      var running = state();
      assertThat(running.at("/file").stringValue()).isEqualTo(before);
      assertThat(running.at("/rebuild/ended_at").isNull()).isTrue();
      assertThat(SERVER.get("/api/fractals").ok(200).json()).isNotEmpty();
      SERVER.fractal("Meanwhile");
    });

    var after = state();
    assertThat(after.at("/file").stringValue()).isNotEqualTo(before);
    assertThat(after.at("/rebuild/phase").stringValue()).isEqualTo("done");
    assertThat(after.at("/rebuild/done").longValue()).isEqualTo(SERVER.head());
    assertThat(SERVER.get("/api/fractals").ok(200).text()).contains("Meanwhile");
  }

  @Test
  void a_second_one_is_refused_and_told_how_far_the_first_is() throws Exception {
    whileOneRuns(released -> {
      var refused = send("POST", REBUILD).problem(409);
      assertThat(refused.at("/rebuild/total").longValue()).isEqualTo(SERVER.head());
      assertThat(refused.at("/rebuild/ended_at").isNull()).isTrue();
    });
  }

  @Test
  void one_that_is_cancelled_changes_nothing_and_another_can_follow() throws Exception {
    var before = state().at("/file").stringValue();

    whileOneRuns(released -> send("DELETE", REBUILD).ok(200));

    assertThat(state().at("/rebuild/phase").stringValue()).isEqualTo("cancelled");
    assertThat(state().at("/file").stringValue()).isEqualTo(before);
    whileOneRuns(released -> assertThat(state().at("/rebuild/ended_at").isNull()).isTrue());
    assertThat(state().at("/rebuild/phase").stringValue()).isEqualTo("done");
  }

  @Test
  void where_none_runs_there_is_nothing_to_cancel() {
    send("DELETE", REBUILD).problem(404);
  }

  @Test
  void the_first_one_of_a_program_cannot_be_cancelled_whatever_another_program_left()
      throws Exception {
    SERVER.stop();
    giveReadModelsToAnotherProgram();
    SERVER.startIdle();
    var readModel = SERVER.application().readModel();
    var brake = new Brake(new CountDownLatch(1), new CountDownLatch(1));
    var braking = readModel.onRebuildProgress(brake::hold);
    var starting = Thread.startVirtualThread(readModel::start);
    try {
      assertThat(brake.reached().await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(state().at("/generations/0/current").booleanValue()).isFalse();

      assertThat(send("DELETE", REBUILD).problem(409).error()).contains("first read model");
    } finally {
      brake.released().countDown();
      braking.close();
      starting.join();
      SERVER.awaitApplied();
    }
  }

  private static void giveReadModelsToAnotherProgram() throws IOException {
    try (var files = Files.list(SERVER.directory())) {
      for (var file : files.toList()) {
        var theirs = theirs(file.getFileName().toString());
        if (theirs.endsWith(".current")) {
          Files.writeString(file, theirs(Files.readString(file)));
        }
        Files.move(file, file.resolveSibling(theirs));
      }
    }
  }

  private static String theirs(String name) {
    return name.replaceFirst("^read-model-[0-9a-f]{12}", "read-model-000000000000");
  }

  @Test
  void its_progress_is_told_as_it_goes_to_its_end() throws Exception {
    whileOneRuns(released -> {
      var request = SERVER.request(PROJECTIONS + "/events")
          .header("Authorization", authorization()).build();
      try (var client = HttpClient.newHttpClient()) {
        var answer = client.send(request, BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("text/event-stream");
        var lines = answer.body().iterator();
        assertThat(lines.next()).isEqualTo("event:progress");
        released.countDown();

        var phases = phases(lines);
        assertThat(phases).endsWith("done").containsOnlyOnce("done").containsSubsequence(
            "checking", "catching_up", "switching", "done");
      }
    });
  }

  private static List<String> phases(Iterator<String> lines) {
    var phases = new ArrayList<String>();
    lines.forEachRemaining(line -> {
      if (line.startsWith("data:")) {
        phases.add(new JsonMapper().readTree(line.substring("data:".length())).path("phase")
            .stringValue());
      }
    });
    return phases;
  }
}
