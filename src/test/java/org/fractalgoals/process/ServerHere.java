package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.server.Server;

/** A server in this process, on any free port. */
public final class ServerHere extends Http {

  private final Server server;

  private ServerHere(Server server) {
    super(URI.create("http://127.0.0.1:" + server.port()));
    this.server = server;
  }

  /** Serves a data directory that exists, all of its events read. */
  public static ServerHere on(Path directory) throws InterruptedException {
    return on(directory, Clock.systemUTC());
  }

  /** The same by another clock. */
  public static ServerHere on(Path directory, Clock clock) throws InterruptedException {
    var application = Application.open(new Settings(directory, "development", null, clock));
    assertThat(application.readModel().await(application.store().head().position(),
        Duration.ofMinutes(2))).as("the read model follows").isTrue();
    return new ServerHere(Server.start(application, 0));
  }

  @Override
  public void close() throws IOException {
    super.close();
    server.close();
  }
}
