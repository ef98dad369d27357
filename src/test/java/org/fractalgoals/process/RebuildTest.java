package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.fractalgoals.process.Program.Ended;
import org.fractalgoals.process.Program.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Building the read model anew with the real program, beside its server and without one. */
class RebuildTest {

  private static final int GOALS = 300;

  @TempDir Path directory;

  /** Something to rebuild. */
  private static String fractal(Server server) throws Exception {
    var root = server.ask("POST", "/api/fractals", "{\"name\":\"Sail\"}").get("id").asString();
    for (int each = 0; each < GOALS; each++) {
      server.ask("POST", "/api/" + root + "/goals", """
        {"name":"Goal %d","type":"NanoGoal","parent_id":"%s"}
        """.formatted(each, root));
    }
    return root;
  }

  private Ended run(String... command) throws Exception {
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", directory.toString()));
    return Program.run(arguments.toArray(String[]::new));
  }

  private JsonNode readModel() throws Exception {
    return run("status", "--format", "json").json().get("readModel");
  }

  private List<String> unfinished() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.contains(".building")).toList();
    }
  }

  private static void requireAll(Server server, String root) throws Exception {
    assertThat(server.get("/api/" + root + "/goals").get("children")).hasSize(GOALS);
  }

  /** Asks again and again until it is told to stop; counts what is answered as it should be. */
  private static final class Client implements AutoCloseable {

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger answers = new AtomicInteger();
    private final CompletableFuture<Void> work;

    Client(Server server, String root) {
      work = CompletableFuture.runAsync(() -> {
        while (!stopped.get()) {
          try {
            requireAll(server, root);
            answers.incrementAndGet();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
      });
    }

    /** How often it was answered; fails with what was wrong, if anything was. */
    int answers() throws Exception {
      stopped.set(true);
      work.get(30, TimeUnit.SECONDS);
      return answers.get();
    }

    @Override
    public void close() {
      stopped.set(true);
    }
  }

  @Test
  void a_client_of_the_server_notices_nothing_of_rebuilds() throws Exception {
    try (var server = Program.serve(directory)) {
      var root = fractal(server);
      var before = readModel().get("file").asString();
      try (var client = new Client(server, root)) {
        for (int round = 0; round < 3; round++) {
          var rebuilt = run("rebuild");
          assertThat(rebuilt.errors()).isEmpty();
          assertThat(rebuilt.exitCode()).isZero();
          assertThat(rebuilt.output()).contains("To cancel it", "done: ",
              "The new read model is in use.");
        }
        assertThat(client.answers()).isPositive();
      }
      assertThat(readModel().get("file").asString()).isNotEqualTo(before);
      assertThat(unfinished()).isEmpty();
    }
  }

  @Test
  void without_a_server_the_command_does_it() throws Exception {
    String root;
    try (var server = Program.serve(directory)) {
      root = fractal(server);
      server.stop();
    }
    var before = readModel().get("file").asString();

    var rebuilt = run("rebuild");

    assertThat(rebuilt.errors()).isEmpty();
    assertThat(rebuilt.exitCode()).isZero();
    assertThat(rebuilt.output()).contains("The read model is built, up to event " + (GOALS + 1));
    assertThat(readModel().get("file").asString()).isNotEqualTo(before);
    assertThat(readModel().get("lag").asInt()).isZero();
    try (var server = Program.serve(directory)) {
      requireAll(server, root);
    }
  }

  @Test
  void where_there_is_no_store_there_is_nothing_to_rebuild() throws Exception {
    for (var option : new String[] {"rebuild", "rebuild --prepare"}) {
      var refused = run(option.split(" "));

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors().strip()).hasLineCount(1).contains("no event store");
    }
  }

  @Test
  void what_is_prepared_already_is_left_as_it_is() throws Exception {
    try (var server = Program.serve(directory)) {
      fractal(server);
      var before = readModel().get("file").asString();

      var prepared = run("rebuild", "--prepare");

      assertThat(prepared.exitCode()).isZero();
      assertThat(prepared.output()).contains("is there already", before).hasLineCount(1);
      assertThat(readModel().get("file").asString()).isEqualTo(before);
    }
  }

  @Test
  void another_token_than_that_of_the_server_is_refused() throws Exception {
    try (var server = Program.serve(directory)) {
      server.get("/api/fractals");
      Files.writeString(directory.resolve("admin.token"), "another\n");

      var refused = run("rebuild");

      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.errors().strip()).hasLineCount(1).contains("admin token")
          .doesNotContain("another");
    }
  }

  @Test
  void a_new_version_is_prepared_beside_the_old_one_and_takes_over(TestReporter reporter)
      throws Exception {
    var next = NextVersion.write(directory.resolve("next.jar"));
    String root;
    long stopped;
    try (var server = Program.serve(directory)) {
      root = fractal(server);
      try (var client = new Client(server, root)) {
        var prepared = Program.runVersion(next, "rebuild", "--prepare", "--data",
            directory.toString());
        assertThat(prepared.errors()).isEmpty();
        assertThat(prepared.exitCode()).isZero();
        assertThat(prepared.output()).contains("The read model is built");
        assertThat(client.answers()).isPositive();
      }
      server.ask("PUT", "/api/" + root + "/goals/" + root, "{\"name\":\"Sail the sea\"}");
      stopped = System.nanoTime();
      server.stop();
    }

    try (var server = Program.serveVersion(next, directory)) {
      requireAll(server, root);
      var gap = (System.nanoTime() - stopped) / 1_000_000;
      reporter.publishEntry("milliseconds without an answer", Long.toString(gap));
      assertThat(lengthOfName(server, root)).isEqualTo("Sail the sea".length());
    }
    try (var server = Program.serve(directory)) {
      requireAll(server, root);
    }
  }

  private int lengthOfName(Server server, String goal) throws Exception {
    var state = new JsonMapper().readTree(server.send("GET", "/api/admin/projections", "",
        authorization()).body());
    try (var connection = DriverManager
        .getConnection("jdbc:sqlite:" + directory.resolve(state.get("file").asString()));
        var select = connection.prepareStatement("SELECT name_length FROM goals WHERE id = ?")) {
      select.setString(1, goal);
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      }
    }
  }

  private String authorization() throws IOException {
    return "Bearer " + Files.readString(directory.resolve("admin.token")).strip();
  }
}
