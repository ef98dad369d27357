package org.fractalgoals.api.cli;

import java.time.ZoneId;
import java.util.List;
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

  @Option(names = "--port", converter = ServerPort.class, paramLabel = "PORT", description = "The port to listen on; 0 takes any free one. Default: 8001 in development, 8002 in testing, 8003 in production.") private @Nullable Integer port;

  @Option(names = "--origins", split = ",", paramLabel = "ORIGIN", description = "Other web pages that may call the API, such as https://goals.example.org, with commas between them; an empty text allows none. Default: http://localhost:5173 in development and testing, none in production.") private @Nullable List<String> origins;

  @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of a new store, such as Europe/Berlin. Default: that of the system.") private @Nullable ZoneId zone;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main).settings(zone);
    var defaults = main.defaults();
    try (var server = Server.start(Application.open(settings),
        Objects.requireNonNullElse(port, defaults.port()), origins(defaults))) {
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

  private List<String> origins(Environment defaults) {
    return origins == null
        ? defaults.origins()
        : origins.stream().map(String::strip).filter(origin -> !origin.isEmpty()).toList();
  }
}
