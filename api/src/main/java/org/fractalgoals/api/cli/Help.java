package org.fractalgoals.api.cli;

import java.util.Objects;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains the program or one of its commands. */
@Command(name = "help", description = "Explains a command, or names them all.", footer = "  fractal help restore")
final class Help implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.") private @Nullable String name;

  @Override
  public Integer call() {
    var main = Objects.requireNonNull(spec.commandLine().getParent());
    explained(main).usage(spec.commandLine().getOut());
    return 0;
  }

  private CommandLine explained(CommandLine main) {
    if (name == null) {
      return main;
    }
    var found = main.getSubcommands().get(name);
    if (found == null) {
      throw new ParameterException(spec.commandLine(),
          "There is no command \"%s\"; there are %s".formatted(name,
              String.join(", ", main.getSubcommands().keySet())));
    }
    return found;
  }
}
