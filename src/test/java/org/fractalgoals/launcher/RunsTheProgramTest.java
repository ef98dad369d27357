package org.fractalgoals.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTheProgramTest {

  @TempDir Path directory;

  private Checkout checkout;

  @BeforeEach
  void createCheckout() throws Exception {
    checkout = Checkout.in(directory);
    checkout.java("25");
    checkout.maven("mkdir -p api/target; echo noise; echo jar > api/target/fractal-goals-app.jar");
  }

  @Test
  void the_jar_is_run_with_the_arguments_as_they_are() throws Exception {
    var outcome = checkout.run("migrate", "a file.db", "", "*", "--data=$HOME");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("--enable-native-access=ALL-UNNAMED\n").endsWith(
        "\n-jar\n%s\nmigrate\na file.db\n\n*\n--data=$HOME\n"
            .formatted(checkout.work().resolve(checkout.built().get(0))));
  }

  @Test
  void the_program_takes_the_place_of_the_launcher_so_that_signals_reach_it() throws Exception {
    var process = checkout.start("serve");
    assertThat(Checkout.outcome(process).out().lines().toList().get(1))
        .isEqualTo(Long.toString(process.pid()));
  }

  @Test
  void the_status_of_the_program_is_that_of_the_launcher() throws Exception {
    Checkout.script(checkout.jvms().resolve("jdk/bin/java"), "cat; echo bad >&2; exit 3");
    var process = checkout.start("verify");
    try (var input = process.outputWriter()) {
      input.write("what is typed");
    }
    assertThat(Checkout.outcome(process))
        .isEqualTo(new Checkout.Outcome(3, "what is typed", "bad\n"));
  }

  @Test
  void it_runs_through_links_and_in_the_folder_it_is_called_in() throws Exception {
    var elsewhere = Files.createDirectories(directory.resolve("else where"));
    var first = Files.createSymbolicLink(directory.resolve("first"),
        Path.of("a home/fractal"));
    var second = Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("../first"));
    var process = checkout.command(second).directory(elsewhere.toFile()).start();
    var lines = Checkout.outcome(process).out().lines().toList();
    assertThat(first).isSymbolicLink();
    assertThat(lines.get(2)).isEqualTo(elsewhere.toRealPath().toString());
    assertThat(Path.of(lines.getLast()))
        .isEqualTo(checkout.work().toRealPath().resolve(checkout.built().get(0)));
  }
}
