package org.fractalgoals.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import picocli.CommandLine;

/**
 * Finds the file of settings: the one that is named, else that of the data directory. Never one that merely lies in the
 * current directory: whoever can write there must not say what a server does.
 *
 * @param variables what the environment sets
 */
record ConfigurationFile(Configuration variables, String... arguments) {

  /** What decides which file that is cannot be set in it. */
  private static final Set<String> OF_THE_DIRECTORY = Set.of("data", "env");

  /**
   * What is set, with the file if there is one.
   *
   * @throws CommandFailed if it cannot be read, or sets what cannot be set
   */
  Configuration read(CommandLine commands) {
    var keys = new TreeSet<String>();
    Objects.requireNonNull(commands.getSubcommands().get("serve")).getCommandSpec().options()
        .forEach(option -> Configuration.keyOf(option).ifPresent(keys::add));
    var named = argument("--config").or(() -> variables.value("config")).map(Path::of);
    if (named.isPresent()) {
      keys.addAll(OF_THE_DIRECTORY);
      return variables.with(named.get(), keys);
    }
    var found = directory().resolve(Configuration.FILE);
    return Files.exists(found) ? variables.with(found, keys) : variables;
  }

  private Path directory() {
    return argument("--data").or(() -> variables.value("data")).map(Path::of)
        .orElseGet(() -> argument("--env").or(() -> variables.value("env"))
            .flatMap(Environment::ofCode).orElse(Environment.DEVELOPMENT).directory());
  }

  /** What comes after an option; the arguments themselves are judged later. */
  private Optional<String> argument(String name) {
    for (int place = 0; place < arguments.length; place++) {
      if (arguments[place].startsWith(name + "=")) {
        return Optional.of(arguments[place].substring(name.length() + 1));
      }
      if (arguments[place].equals(name) && place + 1 < arguments.length) {
        return Optional.of(arguments[place + 1]);
      }
    }
    return Optional.empty();
  }
}
