package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whether the page for operators knows every command, every option and every setting. */
class OperationsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "operations.md");

  private static Map<String, CommandLine> commands() {
    return Main.commandLine(Map.of(), Clock.systemUTC()).getSubcommands();
  }

  @Test
  void every_option_of_every_command_stands_beside_it() throws IOException {
    var lines = Files.readAllLines(PAGE);
    var missing = new ArrayList<String>();
    commands().forEach((name, command) -> command.getCommandSpec().options().stream()
        .filter(option -> !option.inherited() && !option.usageHelp() && !option.versionHelp())
        .map(option -> option.longestName())
        .filter(option -> lines.stream().noneMatch(line -> tells(line, name, option)))
        .forEach(option -> missing.add(name + " " + option)));

    assertThat(missing).isEmpty();
  }

  /** A setting stands with its command, the options of other commands in one line. */
  private static boolean tells(String line, String command, String option) {
    return line.contains("`%s %s`".formatted(command, option))
        || (line.startsWith("| `%s` |".formatted(command))
            && line.contains("`" + option + "`"));
  }

  @Test
  void every_setting_has_its_variable_and_its_key() throws IOException {
    var page = Files.readString(PAGE);

    assertThat(settings()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(key -> assertThat(page)
        .containsPattern("\\| `serve --%s`[^|]*\\|[^|]*`FRACTAL_%s`[^|]*\\| `%s` \\|".formatted(key,
            key.toUpperCase(Locale.ROOT).replace('-', '_'), key)));
  }

  private static List<String> settings() {
    return commands().getOrDefault("serve", new CommandLine(new Serve())).getCommandSpec().options()
        .stream().flatMap(option -> Configuration.keyOf(option).stream()).toList();
  }
}
