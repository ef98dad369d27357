package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import org.fractalgoals.api.Version;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir private Path directory = Path.of("");

  private static void assertOneSentence(Outcome outcome) {
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip()).isNotBlank().hasLineCount(1).endsWith(".")
        .doesNotContain("Exception");
  }

  @Test
  void the_version_is_that_of_the_build() {
    var outcome = new Shell().run("--version");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().strip()).isEqualTo("Fractal Goals " + Version.current());
    assertThat(Version.current()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fly", "serve --port x", "serve --port -1", "serve --port 65536",
      "serve --zone Nowhere/Land", "serve extra", "migrate", "migrate a b", "status --format xml",
      "status --env staging", "--env staging status", "migrate x --env x", "--data",
      "status --what", "trash extra", "trash --format csv", "verify extra",
      "verify --expect-head 1", "verify --format csv", "restore", "restore x --parent y",
      "demo --port 65536", "demo extra", "help fly"})
  void wrong_usage_is_said_in_one_sentence(String line) {
    var outcome = new Shell(Map.of("FRACTAL_DATA_DIR", directory.toString()), Clock.systemUTC())
        .run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(outcome.code()).isEqualTo(2);
    assertOneSentence(outcome);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void an_unknown_environment_in_the_variable_is_wrong_usage_too() {
    var outcome = new Shell(Map.of("FRACTAL_ENV", "staging"), Clock.systemUTC()).run("status",
        "--data", directory.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertOneSentence(outcome);
  }

  @ParameterizedTest
  @CsvSource({"flag, '', flag", "flag, variable, flag", "'', variable, variable", "'', '', data"})
  void the_flag_beats_the_variable_and_that_beats_the_default(String flag, String variable,
      String used) {
    var shell = new Shell(Map.of("FRACTAL_DATA_DIR", variable), Clock.systemUTC());
    var outcome = flag.isEmpty() ? shell.run("status") : shell.run("status", "--data", flag);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("no event store in " + used + ":");
    assertOneSentence(outcome);
  }

  @Test
  void common_options_stand_before_or_after_the_command() throws Exception {
    var legacy = LegacyDatabase.in(directory).toString();
    var data = directory.resolve("d").toString();

    assertThat(new Shell().run("--data", data, "--env", "testing", "migrate", legacy).code())
        .isZero();
    var after = new Shell().run("status", "--data", data, "--env", "testing");
    var before = new Shell().run("--data", data, "--env=testing", "status");
    var both = new Shell().run("--env", "testing", "status", "--data", data);

    assertThat(after.code()).isZero();
    assertThat(before).isEqualTo(after);
    assertThat(both).isEqualTo(after);
  }
}
