package org.fractalgoals.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.fractalgoals.api.command.CommandSide;
import org.fractalgoals.api.command.Commands;
import org.fractalgoals.api.erasure.Erasure;
import org.fractalgoals.api.erasure.ErasureMark;
import org.fractalgoals.api.readiness.CaughtUp;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.api.readiness.Readiness;
import org.fractalgoals.domain.session.SessionState;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.StoreOptions;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.asof.TimeTravel;

/**
 * Everything that runs on one data directory, without its doors: the lock of the directory, the event store, the read
 * model that follows it, and the command side. Opened in this order and closed in the opposite one.
 */
public final class Application implements AutoCloseable {

  /** How long a command waits for the read model once its events are saved. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Path directory;
  private final Clock clock;
  private final DirectoryLock lock;
  private final SqliteEventStore store;
  private final ReadModel readModel;
  private final TimeTravel timeTravel;
  private final Erasure erasure;
  private final Readiness readiness;
  private final Commands commands;

  private Application(Settings settings) {
    this.directory = settings.directory();
    this.clock = settings.clock();
    try {
      this.lock = opened(DirectoryLock.acquire(settings.directory(), Version.current()));
      this.store = opened(SqliteEventStore.open(settings.directory(),
          new StoreOptions(settings.zone(), settings.environment(), settings.clock())));
      this.readModel = opened(
          ReadModel.open(settings.directory(), store, Codecs.version(), settings.clock()));
      this.timeTravel = opened(readModel.timeTravel(store.history()));
      this.erasure = opened(
          new Erasure(new ErasureMark(directory), store, readModel, timeTravel));
      this.readiness = new Readiness(readModel);
      var axon = opened(
          new CommandSide(new SqliteEventStorageEngine(store, List.of(SessionState.class)), store,
              store, store.audit(), erasure, store.entities(), store.ids(),
              new WallClock(settings.clock(), store.info().zone())));
      this.commands = new Commands(axon.gateway(), store, store::accompanied, readModel, readiness,
          PATIENCE);
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e;
    }
  }

  /**
   * Opens the data directory and lets the read model follow the store.
   *
   * @throws org.fractalgoals.eventstore.fault.DirectoryInUse if another process writes to it
   * @throws org.fractalgoals.eventstore.fault.StoreFault if its event store cannot be used with these settings
   * @throws org.fractalgoals.projections.file.ReadModelFault if its read model can neither be used nor replaced
   */
  public static Application open(Settings settings) {
    var application = openIdle(settings);
    application.start();
    return application;
  }

  /** As {@link #open}, but the read model stays where it is until {@link #start}. */
  public static Application openIdle(Settings settings) {
    return new Application(settings);
  }

  /** Lets the read model follow the store, and purges that an earlier process has left be brought to their end. */
  public void start() {
    readModel.start();
    erasure.resume();
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private void closeAfter(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** The data directory. */
  public Path directory() {
    return directory;
  }

  /** Tells the time. */
  public Clock clock() {
    return clock;
  }

  /** The event store. */
  public SqliteEventStore store() {
    return store;
  }

  /** The read model, which may still be catching up. */
  public ReadModel readModel() {
    return readModel;
  }

  /** The read model as it was. */
  public TimeTravel timeTravel() {
    return timeTravel;
  }

  /** Purges, and what is still to be done about them. */
  public Erasure erasure() {
    return erasure;
  }

  /** Whether the read model can answer. */
  public Readiness readiness() {
    return readiness;
  }

  /** Carries out commands. */
  public Commands commands() {
    return commands;
  }

  /** Waits for the read model, as long as commands do. */
  public CaughtUp caughtUp() {
    return new CaughtUp(readModel, PATIENCE);
  }

  /** Answers queries. */
  public Queries queries() {
    return new Queries(readModel, readiness);
  }

  /** Tells other processes, by the lock of the directory, where the API is. */
  public void publishPort(int port) {
    lock.publishPort(port);
  }

  /**
   * Closes what is open, all of it even if some of it fails. Closing again does nothing; closing while another thread
   * does waits for that.
   */
  @Override
  public synchronized void close() {
    RuntimeException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new IllegalStateException("not everything could be closed", e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
