package org.fractalgoals.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class BuildsOnFirstUseTest {

  /** Builds a jar out of the sources it finds, and counts how often it was called. */
  private static final String MAVEN = """
    echo "$@" >> "$LOG"
    mkdir -p api/target
    cat api/src/main/java/*.java > api/target/fractal-goals-app.jar
    """;

  /** The same, but says when half of the jar is written, and waits to be told to go on. */
  private static final String SLOW_MAVEN = """
    echo "$@" >> "$LOG"
    mkdir -p api/target
    printf half > api/target/fractal-goals-app.jar
    echo $$ > "$STARTED"
    read -r _ < "$GO" || true
    cat api/src/main/java/*.java > api/target/fractal-goals-app.jar
    """;

  @TempDir Path directory;

  private Checkout checkout;

  @BeforeEach
  void createCheckout() throws Exception {
    checkout = Checkout.in(directory);
    checkout.java("25");
    maven(MAVEN);
  }

  @Test
  void it_is_built_once_and_again_after_the_sources_have_changed() throws Exception {
    checkout.run();
    checkout.run();
    assertThat(calls()).containsExactly(
        "-B -q -DskipTests -Dspotless.check.skip=true -pl api -am package");
    var first = checkout.built();
    checkout.edit("class Application { int changed; }");
    assertThat(checkout.run().out()).doesNotContain(first.get(0));
    assertThat(calls()).hasSize(2);
    assertThat(checkout.built()).hasSize(2).containsAll(first);
  }

  @Test
  void a_changed_or_another_file_counts_and_what_is_built_does_not() throws Exception {
    checkout.run();
    Files.writeString(checkout.home().resolve("api/target/Other.class"), "built");
    checkout.run();
    assertThat(calls()).hasSize(1);
    Files.writeString(checkout.home().resolve("api/pom.xml"), "<project><!-- --></project>");
    checkout.run();
    assertThat(calls()).hasSize(2);
    Files.move(checkout.home().resolve("api/src/main/java/Application.java"),
        checkout.home().resolve("api/src/main/java/Renamed.java"));
    checkout.run();
    assertThat(calls()).hasSize(3);
  }

  @Test
  void the_newest_two_are_kept_though_builds_date_them_alike() throws Exception {
    maven(MAVEN + "touch -t 202601010000 api/target/fractal-goals-app.jar");
    for (var change : List.of("one", "two", "three", "four")) {
      letHoursPass();
      checkout.edit(change);
      checkout.run();
    }
    assertThat(checkout.built()).hasSize(2).allMatch(name -> name.endsWith(".jar"));
    assertThat(contents()).containsExactlyInAnyOrder("three", "four");
  }

  @Test
  void a_jar_that_was_used_within_the_last_hour_is_kept() throws Exception {
    for (var change : List.of("one", "two", "three")) {
      checkout.edit(change);
      checkout.run();
    }
    assertThat(contents()).containsExactlyInAnyOrder("one", "two", "three");
    letHoursPass();
    checkout.edit("one");
    checkout.run();
    checkout.edit("four");
    checkout.run();
    assertThat(contents()).containsExactlyInAnyOrder("one", "four");
  }

  @Test
  void sources_that_go_away_while_they_are_read_are_told_in_one_sentence() throws Exception {
    // as if another program removed a file between finding and reading it
    Files.delete(checkout.bin().resolve("sha256sum"));
    Checkout.script(checkout.bin().resolve("sha256sum"),
        "echo 'sha256sum: Gone.java: No such file or directory' >&2; exit 1");
    assertThat(checkout.run()).isEqualTo(new Checkout.Outcome(1, "",
        "fractal: The sources cannot be read, or change at this moment: try again when they stand still.\n"));
  }

  @Test
  void a_file_that_goes_away_once_is_no_hindrance() throws Exception {
    var real = checkout.bin().resolve("sha256sum").toRealPath();
    Files.delete(checkout.bin().resolve("sha256sum"));
    Checkout.script(checkout.bin().resolve("sha256sum"), """
      if mkdir '%s' 2>/dev/null; then echo 'No such file or directory' >&2; exit 1; fi
      exec '%s' "$@"
      """.formatted(path("failed once"), real));
    assertThat(checkout.run().err()).isEmpty();
    assertThat(contents()).containsExactly("class Application {}");
  }

  @Test
  void nothing_is_said_where_all_goes_well_and_all_where_it_does_not() throws Exception {
    maven("echo some noise; echo more >&2;" + MAVEN);
    assertThat(checkout.run().err()).isEmpty();
    checkout.edit("broken");
    maven("echo 'Application.java: broken'; echo more >&2; exit 1");
    assertThat(checkout.run()).isEqualTo(new Checkout.Outcome(1, "",
        "Application.java: broken\nmore\nfractal: The program could not be built; what Maven says stands above.\n"));
    assertThat(checkout.built()).hasSize(1);
  }

  @Test
  void without_maven_a_sentence_says_so() throws Exception {
    Files.delete(checkout.bin().resolve("mvn"));
    assertThat(checkout.run()).isEqualTo(new Checkout.Outcome(1, "",
        "fractal: Maven (mvn) is needed to build the program and is not on the PATH: install it, then try again.\n"));
  }

  @Test
  void with_a_jar_at_hand_maven_is_not_needed() throws Exception {
    checkout.run();
    Files.delete(checkout.bin().resolve("mvn"));
    assertThat(checkout.run("status").status()).isZero();
  }

  @RepeatedTest(5)
  void of_several_first_calls_at_once_one_builds_and_all_run() throws Exception {
    slowMaven();
    var calls = new ArrayList<>(List.of(start(), start(), start(), start()));
    started();
    assertThat(checkout.built()).singleElement().asString().startsWith("build-");
    calls.add(start());
    assertThat(calls).allMatch(Process::isAlive);
    go();
    for (var call : calls) {
      assertThat(Checkout.outcome(call)).satisfies(outcome -> {
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("java 25\n");
      });
    }
    assertThat(calls()).hasSize(1);
    assertThat(contents()).containsExactly("class Application {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void an_interrupted_build_leaves_nothing_half(String signal) throws Exception {
    slowMaven();
    var call = start();
    var maven = started();
    signal(signal, call.pid());
    assertThat(Checkout.outcome(call).status()).isGreaterThan(128);
    assertThat(checkout.built()).isEmpty();
    assertThat(ended(maven)).isTrue();
    maven(MAVEN);
    assertThat(checkout.run().status()).isZero();
    assertThat(contents()).containsExactly("class Application {}");
  }

  @Test
  void where_the_one_that_builds_is_killed_another_one_that_waits_builds() throws Exception {
    slowMaven();
    var first = start();
    var maven = started();
    var second = start();
    signal("KILL", first.pid());
    signal("KILL", maven);
    Checkout.outcome(first);
    assertThat(ended(maven)).isTrue();
    started();
    go();
    assertThat(Checkout.outcome(second)).satisfies(outcome -> {
      assertThat(outcome.status()).isZero();
      assertThat(outcome.err()).isEmpty();
    });
    assertThat(calls()).hasSize(2);
    assertThat(contents()).containsExactly("class Application {}");
  }

  @Test
  void what_a_killed_build_left_behind_is_removed_by_the_next_one() throws Exception {
    slowMaven();
    var call = start();
    var maven = started();
    signal("KILL", call.pid());
    signal("KILL", maven);
    Checkout.outcome(call);
    assertThat(ended(maven)).isTrue();
    assertThat(checkout.built()).singleElement().asString().startsWith("build-");
    maven(MAVEN);
    assertThat(checkout.run().status()).isZero();
    assertThat(contents()).containsExactly("class Application {}");
  }

  @Test
  void sources_edited_during_a_build_are_built_by_the_next_call() throws Exception {
    slowMaven();
    var call = start();
    started();
    checkout.edit("edited");
    go();
    Checkout.outcome(call);
    assertThat(contents()).containsExactly("class Application {}");
    maven(MAVEN);
    checkout.run();
    assertThat(contents()).containsExactlyInAnyOrder("class Application {}", "edited");
  }

  private void maven(String script) throws IOException {
    checkout.maven("LOG='%s' STARTED='%s' GO='%s'%n".formatted(log(), path("started"), path("go"))
        + script);
  }

  private void slowMaven() throws Exception {
    for (var pipe : List.of("started", "go")) {
      assertThat(new ProcessBuilder("mkfifo", path(pipe).toString()).start().waitFor()).isZero();
    }
    maven(SLOW_MAVEN);
  }

  private Process start() throws IOException {
    return checkout.start();
  }

  /** Waits until Maven has written half of the jar; gives its process id. */
  private long started() throws IOException {
    return Long.parseLong(Files.readString(path("started")).strip());
  }

  /** Opening a pipe waits for its reader. */
  private void go() throws IOException {
    Files.writeString(path("go"), "");
  }

  private static void signal(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private static boolean ended(long pid) throws Exception {
    var process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get(1, TimeUnit.MINUTES);
    }
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false).equals(false);
  }

  private Path log() {
    return path("calls");
  }

  private Path path(String name) {
    return directory.resolve(name);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(log());
  }

  /** Makes the jars older, each as much as the others. */
  private void letHoursPass() throws IOException {
    for (var jar : checkout.built()) {
      var file = checkout.work().resolve(jar);
      var used = Files.getLastModifiedTime(file).toInstant();
      Files.setLastModifiedTime(file, FileTime.from(used.minus(Duration.ofHours(2))));
    }
  }

  private List<String> contents() throws IOException {
    var contents = new ArrayList<String>();
    for (var jar : checkout.built()) {
      contents.add(Files.readString(checkout.work().resolve(jar)));
    }
    return contents;
  }
}
