package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {

  private static CommandLine program() {
    return Main.commandLine(Map.of(), Clock.systemUTC());
  }

  /** The commands as the program itself knows them: a new one is tested from its first day. */
  static Set<String> commands() {
    return program().getSubcommands().keySet();
  }

  @Test
  void there_are_the_commands_that_there_must_be() {
    assertThat(commands()).contains("serve", "demo", "migrate", "status", "trash", "restore",
        "help");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_says_what_it_does_its_options_its_exit_codes_and_an_example(String command) {
    var usage = Objects.requireNonNull(program().getSubcommands().get(command)).getCommandSpec();

    assertThat(usage.usageMessage().description()).isNotEmpty().noneMatch(String::isBlank);
    assertThat(usage.options()).allSatisfy(
        option -> assertThat(option.description()).isNotEmpty().noneMatch(String::isBlank));
    assertThat(usage.positionalParameters()).allSatisfy(
        parameter -> assertThat(parameter.description()).isNotEmpty().noneMatch(String::isBlank));
    assertThat(usage.usageMessage().exitCodeList()).containsKeys("0", "1", "2");
    assertThat(usage.usageMessage().footer())
        .anyMatch(line -> line.matches(" +fractal .*\\b" + command + "\\b.*"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void each_command_is_explained_alike_however_one_asks(String command) {
    var asked = new Shell().run("help", command);
    var flagged = new Shell().run(command, "--help");

    assertThat(asked.code()).isZero();
    assertThat(asked.err()).isEmpty();
    assertThat(asked.out()).contains("Usage: fractal " + command, "--data", "--env",
        "Exit codes:", "Example:");
    assertThat(flagged).isEqualTo(asked);
  }

  @Test
  void without_a_command_all_of_them_are_named() {
    var outcome = new Shell().run("help");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains(commands());
    assertThat(new Shell().run("--help")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fly", "serve status"})
  void what_is_no_command_cannot_be_explained(String what) {
    var outcome = new Shell().run(("help " + what).split(" "));

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip()).hasLineCount(1).contains("--help");
  }
}
