package org.fractalgoals.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class LearnsFromAStartTest {

  private static final String USED = "-XX:AOTCache=";
  private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1\n";

  @TempDir Path directory;

  private Checkout checkout;

  @BeforeEach
  void createCheckout() throws Exception {
    checkout = Checkout.in(directory);
    checkout.maven(
        "mkdir -p api/target; cat api/src/main/java/*.java > api/target/fractal-goals-app.jar");
    checkout.learningJava("25.0.3", note());
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  /** Counts how often it learnt. */
  private String note() {
    return "echo learning >> '%s'".formatted(path("log"));
  }

  /** Says its process id, and waits to be told to go on. */
  private String slowly() throws Exception {
    for (var pipe : List.of("started", "go")) {
      assertThat(new ProcessBuilder("mkfifo", path(pipe).toString()).start().waitFor()).isZero();
    }
    return note() + "; echo $$ > '%s'; read -r _ < '%s' || true".formatted(path("started"),
        path("go"));
  }

  private long times() throws IOException {
    return Files.exists(path("log")) ? Files.readAllLines(path("log")).size() : 0;
  }

  private String run(String... arguments) throws Exception {
    var outcome = checkout.run(arguments);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }

  @Test
  void what_the_first_start_has_learnt_is_used_from_then_on() throws Exception {
    for (int each = 0; each < 3; each++) {
      assertThat(run("serve")).contains(USED, "/app.jar\nserve\n");
    }
    assertThat(times()).isOne();
    assertThat(checkout.learnt()).singleElement().asString().endsWith("-25.0.3+9_LTS");
  }

  @Test
  void another_build_of_the_program_or_of_java_learns_anew() throws Exception {
    run("serve");
    checkout.edit("class Application { int changed; }");
    run("serve");
    assertThat(times()).isEqualTo(2);
    checkout.learningJava("25.0.4", note());
    assertThat(run("serve")).contains("-25.0.4+9_LTS/app.aot");
    assertThat(times()).isEqualTo(3);
  }

  @Test
  void a_java_that_keeps_nothing_is_not_asked_to() throws Exception {
    checkout.learningJava("24.0.2", note());
    assertThat(run("serve")).doesNotContain(USED, "AOT");
    assertThat(times()).isZero();
  }

  @Test
  void what_others_learn_is_not_waited_for() throws Exception {
    checkout.learningJava("25.0.3", slowly());
    var first = checkout.start("serve");
    Files.readString(path("started"));

    assertThat(run("serve")).doesNotContain(USED);

    Files.writeString(path("go"), "");
    assertThat(Checkout.outcome(first).out()).contains(USED);
    assertThat(times()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP", "KILL"})
  void where_it_is_interrupted_nothing_half_is_used_and_the_next_start_learns(String signal)
      throws Exception {
    checkout.learningJava("25.0.3", slowly());
    var call = checkout.start("serve");
    var java = Long.parseLong(Files.readString(path("started")).strip());
    signal(signal, call.pid());
    if (signal.equals("KILL")) {
      signal(signal, java);
    }
    assertThat(Checkout.outcome(call).status()).isGreaterThan(128);

    checkout.learningJava("25.0.3", note());
    assertThat(run("serve")).contains(USED);

    assertThat(checkout.learnt()).hasSize(1);
    assertThat(times()).isEqualTo(2);
  }

  private static void signal(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  @Test
  void where_it_fails_the_program_runs_without_and_it_is_not_tried_again() throws Exception {
    checkout.learningJava("25.0.3", note() + "; echo noise; echo more >&2; exit 1");

    assertThat(run("serve")).doesNotContain(USED, "noise").contains("-jar\n");
    assertThat(run("serve")).doesNotContain(USED);

    assertThat(times()).isOne();
    assertThat(checkout.learnt()).singleElement().asString().endsWith(".failed");
  }

  @Test
  void where_nothing_can_be_kept_the_program_runs_without() throws Exception {
    Files.createDirectories(checkout.work());
    Files.writeString(checkout.work().resolve("cache"), "a file in the way");

    assertThat(run("serve")).doesNotContain(USED);
    assertThat(times()).isZero();
  }

  @Test
  void what_was_learnt_of_a_build_that_is_gone_goes_too() throws Exception {
    run("serve");
    Files.delete(checkout.work().resolve(checkout.built().getFirst()));
    checkout.edit("class Application { int changed; }");

    run("serve");

    assertThat(checkout.learnt()).hasSize(1);
  }

  @Test
  void what_a_program_still_runs_from_stays() throws Exception {
    run("serve");
    var used = checkout.work().resolve("cache").resolve(checkout.learnt().getFirst());
    var holder = new ProcessBuilder("flock", "-s", used.resolve("app.jar").toString(), "cat")
        .start();
    try {
      holder.outputWriter().append("held\n").flush();
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      Files.delete(checkout.work().resolve(checkout.built().getFirst()));
      checkout.edit("class Application { int changed; }");

      run("serve");

      assertThat(checkout.learnt()).hasSize(2);
    } finally {
      holder.outputWriter().close();
    }
  }

  @Test
  void short_commands_do_with_one_compiler() throws Exception {
    assertThat(run("--data", "x", "status")).contains(ONE_COMPILER);
    assertThat(run("serve")).doesNotContain(ONE_COMPILER);
    assertThat(run("migrate", "status")).doesNotContain(ONE_COMPILER);
  }
}
