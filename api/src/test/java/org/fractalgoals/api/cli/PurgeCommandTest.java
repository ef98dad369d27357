package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command purge, through a server and without one. */
class PurgeCommandTest {

  private final RunningServer server = new RunningServer();
  private Practice practice = new Practice(server, "", "");
  private String boat = "";
  private boolean stopped;

  @BeforeEach
  void something_to_purge() throws Exception {
    server.open();
    practice = Practice.on(server);
    boat = practice.goal("ShortTermGoal", practice.root(), "Quillfeather");
    practice.note("goal", boat, "Say Quillfeather twice");
  }

  @AfterEach
  void close() throws Exception {
    if (stopped) {
      server.start();
    }
    server.close();
  }

  private void stop() {
    server.stop();
    stopped = true;
  }

  private Outcome purge(String... more) {
    var arguments = new String[more.length + 5];
    arguments[0] = "--data";
    arguments[1] = server.directory().toString();
    arguments[2] = "--env";
    arguments[3] = "testing";
    arguments[4] = "purge";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return new Shell().run(arguments);
  }

  @Test
  void a_dry_run_says_what_would_go_and_where_its_texts_stay() throws Exception {
    var session = server.post(practice.sessions(""), """
      {"name":"Plan","parent_ids":["%s"],"session_data":"{\\"notes\\":\\"after Quillfeather\\"}"}
      """.formatted(practice.goal())).ok(201).id();
    Files.createDirectories(server.directory().resolve("backups"));
    Files.writeString(server.directory().resolve("backups/old.db"), "xx Quillfeather xx");
    Files.writeString(server.directory().resolve("backups/other.db"), "xx");
    long head = server.head();

    var outcome = purge("goal/" + boat, "--dry-run");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("2 things (goal 1, note 1) and what 2 events told",
        "backups/old.db", "session/" + session + ", in 1 event", "Nothing was changed.")
        .doesNotContain("other.db", "goal/" + practice.root());
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void a_running_server_does_it() {
    var outcome = purge("goal/" + boat, "--reason", "a test");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("goal/" + boat + " is purged: 2 things gone",
        "have nothing of it any more");
    server.get("/api/%s/goals/%s".formatted(practice.root(), boat)).problem(404);
    assertThat(purge("goal/" + boat, "--reason", "again").err()).contains("was purged");
    assertThat(purge("goal/" + boat, "--dry-run").err()).contains("was purged");
  }

  @Test
  void without_a_server_the_command_does_it_itself() throws Exception {
    stop();

    var outcome = purge(boat, "--reason", "a test");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("goal/" + boat + " is purged");
    try (var files = Files.list(server.directory())) {
      assertThat(files.filter(Files::isRegularFile)).noneMatch(PurgeCommandTest::hasText);
    }
  }

  private static boolean hasText(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains("Quillfeather");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void wrong_usage_is_refused() {
    assertThat(purge("goal/" + boat)).extracting(Outcome::code).isEqualTo(2);
    assertThat(purge("goal/" + boat).err()).contains("--reason is missing");
    assertThat(purge("goal/none", "--reason", "x")).extracting(Outcome::code).isEqualTo(1);
    assertThat(purge("goal/none", "--reason", "x").err()).contains("There never was anything");
    assertThat(purge("goal/" + boat, "--reason", " ").err()).contains("needs a reason");
    server.get("/api/%s/goals/%s".formatted(practice.root(), boat)).ok(200);
  }
}
