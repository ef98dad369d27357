package org.fractalgoals.api.cli;

import org.fractalgoals.api.readiness.Unavailable;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.eventstore.fault.DirectoryInUse;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.migration.source.MigrationFailed;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.file.ReadModelFault;
import org.springframework.boot.web.server.PortInUseException;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one sentence on stderr why a command did not do its work. */
final class Failures {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Failures() {}

  static int wrongUsage(ParameterException wrong, String[] args) {
    var command = wrong.getCommandLine();
    var what = String.valueOf(wrong.getMessage()).replaceAll("\\.$", "");
    say(command, "%s%s (%s --help says more)."
        .formatted(placeOf(wrong), what, command.getCommandSpec().qualifiedName()));
    return WRONG_USAGE;
  }

  /** Where a wrong value stands that was not given as an argument. */
  private static String placeOf(ParameterException wrong) {
    var argument = wrong.getArgSpec();
    return argument != null
        && wrong.getCommandLine().getDefaultValueProvider() instanceof Configuration configuration
            ? Configuration.keyOf(argument)
                .filter(
                    key -> configuration.value(key).filter(wrong.getValue()::equals).isPresent())
                .flatMap(configuration::placeOf).map("In %s: "::formatted).orElse("")
            : "";
  }

  /** The settings beside the command line are wrong. */
  static int wrongSettings(CommandFailed wrong, CommandLine command) {
    say(command, sentence(wrong));
    return WRONG_USAGE;
  }

  static int failed(Exception cause, CommandLine command, ParseResult arguments) {
    say(command, sentence(cause));
    return FAILED;
  }

  private static void say(CommandLine command, String sentence) {
    command.getErr().println(Printable.of(sentence.replaceAll("\\s*\\R\\s*", " ")));
    command.getErr().flush();
  }

  /** Why something was not done, and what to do. */
  static String sentence(Exception cause) {
    return switch (cause) {
      case CommandFailed known -> String.valueOf(known.getMessage());
      case DirectoryInUse known -> String.valueOf(known.getMessage());
      case StoreFault known -> String.valueOf(known.getMessage());
      case ReadModelFault known -> String.valueOf(known.getMessage());
      case RuleViolation known -> String.valueOf(known.getMessage());
      case Unavailable known -> known.sentence();
      case ProjectionStopped known -> known.failure().sentence();
      case MigrationFailed known -> String.valueOf(known.getMessage());
      case PortInUseException port -> "Port %d is in use: name another one with --port."
          .formatted(port.getPort());
      default -> "Something unexpected went wrong: %s.".formatted(cause);
    };
  }
}
