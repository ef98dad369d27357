package org.fractalgoals.api.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Version;
import org.fractalgoals.api.security.Access;
import org.fractalgoals.api.security.AccessMode;
import org.fractalgoals.api.server.Server;
import org.fractalgoals.api.server.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(names = "--bind", defaultValue = "127.0.0.1", paramLabel = "ADDRESS", description = "The address to listen on; any other than one of this machine only with --auth token. Default: ${DEFAULT-VALUE}.") private String bind = "";

  @Option(names = "--auth", defaultValue = "local", converter = AccessModeName.class, paramLabel = "MODE", description = "local: whoever reaches the server may use it; token: everybody needs an API key (see fractal help key). Default: ${DEFAULT-VALUE}.") private AccessMode auth = AccessMode.LOCAL;

  @Option(names = "--host", split = ",", paramLabel = "NAME", description = "A name by which requests may call the server, beside localhost; can be given several times. Default: any with --auth token, else none.") private List<String> hosts = List
      .of();

  @Override
  public Integer call() {
    var access = access();
    var settings = Objects.requireNonNull(main).settings(zone);
    var defaults = main.defaults();
    try (var server = Server.start(Application.open(settings),
        new ServerSettings(Objects.requireNonNullElse(port, defaults.port()), access,
            origins(defaults)))) {
      var out = spec.commandLine().getOut();
      out.printf("Fractal Goals %s answers at http://%s:%d (%s, data in %s)%n", Version.current(),
          bind.contains(":") ? "[" + bind + "]" : bind, server.port(), settings.environment(),
          settings.directory());
      out.flush();
      server.awaitStop();
    } catch (InterruptedException askedToStop) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** Whoever comes from elsewhere must say who they are. */
  private Access access() {
    if (auth != AccessMode.TOKEN && !isOfThisMachine()) {
      throw new ParameterException(spec.commandLine(),
          "--bind %s lets other machines in: that needs --auth token".formatted(bind));
    }
    return new Access(auth, bind, hosts);
  }

  private boolean isOfThisMachine() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new ParameterException(spec.commandLine(),
          "\"%s\" is no address of this machine".formatted(bind), unknown);
    }
  }

  private List<String> origins(Environment defaults) {
    return origins == null
        ? defaults.origins()
        : origins.stream().map(String::strip).filter(origin -> !origin.isEmpty()).toList();
  }
}
