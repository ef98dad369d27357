package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

import org.fractalgoals.api.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings by flags, by variables of the environment, and in a file. A port that is none shows where it was taken from. */
class ConfigurationTest {

  @TempDir private Path directory = Path.of("");

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("settings.properties"), text);
  }

  private Outcome serve(Map<String, String> variables, String... more) {
    var arguments = new String[more.length + 3];
    arguments[0] = "serve";
    arguments[1] = "--data";
    arguments[2] = directory.resolve("data").toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return new Shell(variables, Clock.systemUTC()).run(arguments);
  }

  private static void assertRefused(Outcome outcome, String... parts) {
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip()).hasLineCount(1).contains(parts);
  }

  @Test
  void a_flag_beats_a_variable_and_that_beats_the_file() throws Exception {
    var config = file("port = of-the-file\n").toString();
    var variable = Map.of("FRACTAL_PORT", "of-the-variable");

    assertRefused(serve(variable, "--config", config, "--port", "of-the-flag"), "of-the-flag");
    assertRefused(serve(variable, "--config", config), "In the variable FRACTAL_PORT: ",
        "of-the-variable");
    assertRefused(serve(Map.of("FRACTAL_PORT", ""), "--config=" + config),
        "In the file %s, key \"port\": ".formatted(config), "of-the-file");
    assertRefused(serve(Map.of("FRACTAL_CONFIG", config)), "of-the-file");
  }

  @Test
  void a_file_in_the_data_directory_is_found_by_itself() throws Exception {
    var data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("fractal.properties"), "port=everywhere");

    assertRefused(serve(Map.of()), "fractal.properties, key \"port\"", "everywhere");

    Files.writeString(data.resolve("fractal.properties"), "data=elsewhere");
    assertRefused(serve(Map.of()), "fractal.properties", "\"data\", which cannot be set there");
  }

  @Test
  void what_cannot_be_set_is_refused_by_every_command() throws Exception {
    var config = file("port = 1\nlimit = 3\n").toString();

    for (var command : new String[] {"serve", "status", "audit"}) {
      assertRefused(new Shell().run(command, "--config", config), config, "\"limit\"", "port");
    }
    assertRefused(new Shell().run("status", "--config", directory.resolve("none").toString()),
        "none", "cannot be read");
    assertRefused(new Shell().run("status", "--config", file("port=\\u12").toString()),
        "cannot be read");
  }

  @Test
  void a_named_file_may_say_where_the_data_are_and_what_for() throws Exception {
    var named = file("data = %s\nenv = production\n".formatted(directory.resolve("p")));

    var outcome = new Shell().run("status", "--config", named.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("no event store in " + directory.resolve("p"));
    assertRefused(new Shell().run("status", "--config", file("env = staging").toString()),
        "\"staging\" is no environment", "settings.properties");
  }

  @Test
  void each_environment_has_a_directory_of_its_own() {
    assertThat(new Shell().run("status", "--env", "testing").err())
        .contains("no event store in data-testing");
    assertThat(new Shell(Map.of("FRACTAL_ENV", "production"), Clock.systemUTC()).run("status")
        .err()).contains("no event store in data-production");
  }

  @Test
  void what_other_commands_are_asked_for_is_no_setting() {
    var outcome = new Shell(Map.of("FRACTAL_FORMAT", "xml", "FRACTAL_LIMIT", "-1"),
        Clock.systemUTC()).run("audit", "--data", directory.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("no event store");
  }
}
