package org.fractalgoals.api.cli;

import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Version;
import org.fractalgoals.api.server.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the API until it is stopped. */
@Command(name = "serve", description = "Serves the HTTP API on this machine until it is stopped.")
final class Serve implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--port", defaultValue = "8001", paramLabel = "PORT", description = "The port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.") private int port;

  @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of a new store, such as Europe/Berlin. Default: that of the system.") private @Nullable ZoneId zone;

  @Override
  public Integer call() {
    if (port < 0 || port > LARGEST_PORT) {
      throw new ParameterException(spec.commandLine(), "A port is a number from 0 to 65535");
    }
    var settings = Objects.requireNonNull(main).settings(zone);
    try (var server = Server.start(Application.open(settings), port)) {
      var out = spec.commandLine().getOut();
      out.printf("Fractal Goals %s answers at http://127.0.0.1:%d (%s, data in %s)%n",
          Version.current(), server.port(), settings.environment(), settings.directory());
      out.flush();
      server.awaitStop();
    } catch (InterruptedException askedToStop) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
