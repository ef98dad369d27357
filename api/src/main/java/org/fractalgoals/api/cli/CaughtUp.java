package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.DirectoryLock;
import org.fractalgoals.eventstore.DirectoryLock.Holder;
import org.fractalgoals.eventstore.StoreView;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.ReadModelView;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.StoredPosition;

/**
 * Sees to it that a read model shows all that is in the event store before a command looks at it: it waits for the
 * server that runs, and fills it where none does.
 *
 * @param directory the data directory
 */
record CaughtUp(Path directory, Clock clock) {

  /** How long a server may take to bring its read model up with the store. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Filling a large read model takes its time, and there is nothing better to do meanwhile. */
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(30);

  /**
   * Opens the read model to be asked, beside whoever writes it.
   *
   * @throws CommandFailed if a server runs that does not bring it up
   */
  ReadModelView view(StoreView store) {
    var head = store.head();
    if (!shows(store, head)) {
      var writer = DirectoryLock.holder(directory);
      if (writer.isPresent()) {
        await(store, head, writer.get());
      } else {
        application(store.info().environment()).close();
      }
    }
    return ReadModel.view(directory, Codecs.version());
  }

  /**
   * Opens the application where no server runs, without its HTTP door.
   *
   * @throws org.fractalgoals.eventstore.fault.DirectoryInUse if another process has the directory
   */
  Application application(String environment) {
    var application = Application
        .open(new Settings(directory, environment, null, clock));
    try {
      var head = application.store().head().position();
      if (!application.readModel().await(head, AS_LONG_AS_IT_TAKES)) {
        throw notFilled();
      }
      return application;
    } catch (InterruptedException ending) {
      application.close();
      Thread.currentThread().interrupt();
      throw notFilled();
    } catch (RuntimeException failure) {
      application.close();
      throw failure;
    }
  }

  private CommandFailed notFilled() {
    return new CommandFailed(
        "The read model in %s was not filled before this command was ended.".formatted(directory));
  }

  private void await(StoreView store, Head head, Holder writer) {
    long start = System.nanoTime();
    while (!shows(store, head)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new CommandFailed(
            "The read model is behind the event store (position %d of %d), and process %d, which writes it, has not brought it up within %d s: try again later."
                .formatted(reached().map(StoredPosition::position).orElse(0L), head.position(),
                    writer.pid(), PATIENCE.toSeconds()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Whether it has all events up to this point, and they are those of the store. */
  private boolean shows(StoreView store, Head head) {
    return reached()
        .filter(stored -> stored.storeId().equals(store.info().storeId()))
        .filter(stored -> stored.position() >= head.position())
        .filter(stored -> store.headAt(stored.position()).filter(stored.head()::equals)
            .isPresent())
        .isPresent();
  }

  private Optional<StoredPosition> reached() {
    try {
      return ReadModel.peek(directory, Codecs.version());
    } catch (ReadModelFault unreadable) {
      // half made, or damaged: whoever opens it to write makes it anew
      return Optional.empty();
    }
  }
}
