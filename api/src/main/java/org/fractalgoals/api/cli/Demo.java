package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.Version;
import org.fractalgoals.api.server.Server;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.migration.Phases;
import org.fractalgoals.migration.demo.DemoFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves sample data, to be tried out and thrown away. */
@Command(name = "demo", description = {
    "Makes sample data in a temporary directory and serves it until it is stopped; the directory is removed then.",
    "The data begin with a legacy file, which is migrated as any other would be."}, footer = "  fractal demo --port 0")
final class Demo implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ParentCommand private @Nullable Main main;

  @Option(names = "--port", defaultValue = ServerPort.DEFAULT, converter = ServerPort.class, paramLabel = "PORT", description = "The port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}.") private Integer port = 0;

  @Override
  public Integer call() {
    if (Objects.requireNonNull(main).namesDirectory()) {
      throw new ParameterException(spec.commandLine(),
          "The demo has a temporary directory of its own and takes no --data");
    }
    try (var scratch = ScratchDirectory.make("fractal-demo")) {
      // where a signal ends the process nobody else comes to it: after the server, before the end
      SpringApplication.getShutdownHandlers().add(scratch::close);
      serve(scratch, main.clock(), main.environment());
    }
    return 0;
  }

  private void serve(ScratchDirectory scratch, Clock clock, String environment) {
    try (var application = scratch.fill(path -> filled(path, clock, environment));
        var server = Server.start(application, port)) {
      spec.commandLine().getOut().print(DemoGuide.text(server.port(), application));
      spec.commandLine().getOut().flush();
      server.awaitStop();
    } catch (InterruptedException askedToStop) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private static Application filled(Path path, Clock clock, String environment) {
    var zone = ZoneId.systemDefault();
    var settings = new Settings(path.resolve("data"), environment, zone, clock);
    var file = path.resolve("goals.db");
    DemoFile.write(file, clock.instant());
    try (var lock = DirectoryLock.acquire(settings.directory(), Version.current())) {
      new LegacyImport(settings, new WallClock(clock, zone), false, new Phases(sentence -> {}))
          .run(file);
    }
    var application = new CaughtUp(settings.directory(), clock).application(environment);
    try {
      new PlayedPractice(application, clock.instant()).play();
      return application;
    } catch (RuntimeException failure) {
      application.close();
      throw failure;
    }
  }
}
