package org.fractalgoals.api.server;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.fractalgoals.api.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP door of an application. Closing it finishes the requests in hand, then closes the application. */
public final class Server implements AutoCloseable {

  /** Where the web client is served while it is worked on. */
  private static final String CLIENT = "http://localhost:5173";

  private final ConfigurableApplicationContext context;
  private final CountDownLatch stopped;

  private Server(ConfigurableApplicationContext context, CountDownLatch stopped) {
    this.context = context;
    this.stopped = stopped;
  }

  /**
   * Opens the door on the loopback interface.
   *
   * @param application belongs to the server from now on, also if this fails
   * @param port 0 for any free one
   * @throws PortInUseException if something else listens there
   */
  public static Server start(Application application, int port) {
    return start(application, port, List.of(CLIENT));
  }

  /**
   * The same, for other web pages.
   *
   * @param origins which of them may call the API
   */
  public static Server start(Application application, int port, List<String> origins) {
    var stopped = new CountDownLatch(1);
    var spring = new SpringApplication(WebApplication.class);
    spring.addInitializers(context -> ((GenericApplicationContext) context)
        .registerBean(Application.class, () -> application));
    spring.addListeners((ContextClosedEvent closed) -> stopped.countDown());
    try {
      var server = new Server(spring.run(settings(port, origins)), stopped);
      application.publishPort(server.port());
      return server;
    } catch (RuntimeException e) {
      application.close();
      throw portInUse(e).orElse(e);
    }
  }

  /** What is ours to say: neither the environment nor a file in the current directory may say otherwise. */
  private static String[] settings(int port, List<String> origins) {
    return new String[] {"--spring.config.location=classpath:/application.yaml",
        "--server.address=127.0.0.1", "--server.port=" + port, "--server.servlet.context-path=",
        "--fractal.cors.origins=" + String.join(",", origins),
        "--spring.mvc.servlet.path=/"};
  }

  /** Spring hides it in an exception that says less. */
  private static Optional<RuntimeException> portInUse(Throwable e) {
    return e instanceof PortInUseException found
        ? Optional.of(found)
        : Optional.ofNullable(e.getCause()).flatMap(Server::portInUse);
  }

  /** The port it listens on. */
  public int port() {
    return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
        .getPort();
  }

  /** Returns when the server is asked to stop, by {@link #close()} or a signal to the process. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() {
    context.close();
  }
}
