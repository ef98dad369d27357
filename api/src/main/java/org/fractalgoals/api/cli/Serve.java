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
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the API until it is stopped. */
@Command(name = "serve", description = "Serves the HTTP API on this machine until it is stopped.", footer = "  fractal --data ./data serve --port 8001")
final class Serve implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--port", defaultValue = ServerPort.DEFAULT, converter = ServerPort.class, paramLabel = "PORT", description = "The port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.") private Integer port = 0;

  @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of a new store, such as Europe/Berlin. Default: that of the system.") private @Nullable ZoneId zone;

  @Override
  public Integer call() {
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
