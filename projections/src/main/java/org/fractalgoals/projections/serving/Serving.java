package org.fractalgoals.projections.serving;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.fractalgoals.projections.engine.ProjectionFailure;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Gives queries the generation that is in use. A thread that has pinned one keeps it until it lets go, whatever takes its
 * place meanwhile; without a pin each connection is of the generation that is in use when it is asked for. Other tables
 * answer only those who have pinned them.
 */
public final class Serving extends AbstractDataSource {

  /** Keeps a thread at the same tables. To be closed by the same thread. */
  @FunctionalInterface
  public interface Pin extends AutoCloseable {
    @Override
    void close();
  }

  // each read model has its own
  @SuppressWarnings("ThreadLocalUsage") private final ThreadLocal<@Nullable Tables> pinned = new ThreadLocal<>();
  private final AtomicInteger pins = new AtomicInteger();
  private @Nullable LiveGeneration current;
  private @Nullable ProjectionFailure failure;
  private Consumer<LiveGeneration> damaged = generation -> {};
  private boolean closed;

  /** The generation in use; empty while the first is being built. */
  public synchronized Optional<LiveGeneration> current() {
    return Optional.ofNullable(current);
  }

  /** Is told of a generation whose file is found to be damaged. Must return at once. */
  public synchronized void onDamage(Consumer<LiveGeneration> listener) {
    damaged = listener;
  }

  /** From now on this generation answers. */
  public synchronized void use(LiveGeneration next) {
    var listener = damaged;
    next.engine().onDamage(() -> listener.accept(next));
    current = next;
    failure = null;
    notifyAll();
  }

  /**
   * From now on none answers.
   *
   * @return false if this one has not answered before
   */
  public synchronized boolean giveUp(LiveGeneration generation) {
    if (current != generation) {
      return false;
    }
    current = null;
    return true;
  }

  /** There will be no first generation: an event cannot be applied. */
  public synchronized void fail(ProjectionFailure cause) {
    failure = cause;
    notifyAll();
  }

  /** Why there is no first generation; empty if there is one, or will be. */
  public synchronized Optional<ProjectionFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Nothing comes any more. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Keeps the calling thread at the generation in use now; at the one it is at, if it has a pin already. */
  public Pin pin() {
    if (pinned.get() != null) {
      return () -> {};
    }
    var generation = acquire();
    return generation.isEmpty() ? () -> {} : pin(generation.get());
  }

  /**
   * Keeps the calling thread at these tables, whatever it is at now, to which it returns.
   *
   * @param tables released with the pin
   */
  public Pin pin(Tables tables) {
    var before = pinned.get();
    pinned.set(tables);
    pins.incrementAndGet();
    return () -> {
      if (before == null) {
        pinned.remove();
      } else {
        pinned.set(before);
      }
      pins.decrementAndGet();
      tables.release();
    };
  }

  /** What the calling thread is kept at; empty if it has no pin. */
  public Optional<Tables> pinned() {
    return Optional.ofNullable(pinned.get());
  }

  /** Whether any thread has a pin. */
  public boolean isPinned() {
    return pins.get() > 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var own = pinned.get();
    if (own != null) {
      return own.connection();
    }
    var generation = acquire()
        .orElseThrow(() -> new SQLException("the read model is being built"));
    try {
      return releasing(generation.connection(), generation);
    } catch (Throwable cause) {
      generation.release();
      throw cause;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  private synchronized Optional<LiveGeneration> acquire() {
    return current().filter(LiveGeneration::acquire);
  }

  /** Lets go of the generation with the connection. */
  private static Connection releasing(Connection connection, LiveGeneration generation) {
    return (Connection) Proxy.newProxyInstance(Serving.class.getClassLoader(),
        new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
          try {
            if (method.getName().equals("close") && !connection.isClosed()) {
              connection.close();
              generation.release();
              return null;
            }
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getTargetException();
          }
        });
  }

  /**
   * Waits until the generation in use has applied the events up to a position.
   *
   * @return false if the time ran out, or nothing comes any more
   * @throws ProjectionStopped if an event before that position cannot be applied
   */
  public boolean await(long position, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    var generation = awaitFirst(deadline);
    while (generation.isPresent()) {
      if (generation.get().engine().await(position, until(deadline))) {
        return true;
      }
      // it may have ended because another one took its place
      var now = current();
      generation = now.equals(generation) ? Optional.empty() : now;
    }
    return false;
  }

  private synchronized Optional<LiveGeneration> awaitFirst(long deadline)
      throws InterruptedException {
    awaitFirst(until(deadline));
    if (failure != null) {
      throw new ProjectionStopped(failure);
    }
    return current();
  }

  /** Waits until there is a generation, or it is clear that there will be none, or the time runs out. */
  public synchronized void awaitFirst(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (current == null && failure == null && !closed && until(deadline).isPositive()) {
      // a whole millisecond, as zero would be for ever
      wait(until(deadline).toMillis() + 1);
    }
  }

  private static Duration until(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }
}
