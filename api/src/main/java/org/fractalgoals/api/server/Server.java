package org.fractalgoals.api.server;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.security.Access;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The HTTP door of an application. Closing it finishes the requests in hand, then closes the application. */
public final class Server implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final CountDownLatch stopped;

  private Server(ConfigurableApplicationContext context, CountDownLatch stopped) {
    this.context = context;
    this.stopped = stopped;
  }

  /** Opens the door to the people at this machine; see the other one. */
  public static Server start(Application application, int port) {
    return start(application, ServerSettings.local(port));
  }

  /**
   * Opens the door.
   *
   * @param application belongs to the server from now on, also if this fails
   * @throws PortInUseException if something else listens there
   */
  public static Server start(Application application, ServerSettings settings) {
    var stopped = new CountDownLatch(1);
    var spring = new SpringApplication(WebApplication.class);
    spring.addInitializers(context -> {
      var beans = (GenericApplicationContext) context;
      beans.registerBean(Application.class, () -> application);
      beans.registerBean(Access.class, settings::access);
    });
    spring.addListeners((ContextClosedEvent closed) -> stopped.countDown());
    try {
      var server = new Server(spring.run(arguments(settings)), stopped);
      application.publishPort(server.port());
      return server;
    } catch (RuntimeException e) {
      application.close();
      throw portInUse(e).orElse(e);
    }
  }

  /** What is ours to say: neither the environment nor a file in the current directory may say otherwise. */
  private static String[] arguments(ServerSettings settings) {
    return new String[] {"--spring.config.location=classpath:/application.yaml",
        "--server.address=" + settings.access().address(), "--server.port=" + settings.port(),
        "--fractal.cors.origins=" + String.join(",", settings.origins()),
        "--server.servlet.context-path=", "--spring.mvc.servlet.path=/"};
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
