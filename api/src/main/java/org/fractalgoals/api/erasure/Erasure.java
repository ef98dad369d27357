package org.fractalgoals.api.erasure;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.purge.Purge;
import org.fractalgoals.domain.purge.PurgeOutline;
import org.fractalgoals.domain.purge.Purger;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.projections.ReadModel;
import org.fractalgoals.projections.asof.TimeTravel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges, and sees to it that the files lose what was purged: on a thread of its own the event store is written anew, the
 * read model built anew, and what others still read waited for. A {@link ErasureMark} stands in the directory from before
 * the purge until all is done, so that the next process goes on where one was killed.
 */
public final class Erasure implements Purger, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** Between looks whether somebody has stopped to read what was there. */
  private static final Duration GLANCE = Duration.ofMillis(200);

  /** Before another attempt at what costs much, where the disk, say, is full. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ErasureMark mark;
  private final SqliteEventStore store;
  private final ReadModel readModel;
  private final TimeTravel timeTravel;
  private @Nullable Thread thread;
  /** How many purges there were, and how many of them have left the files. */
  private long wanted;
  private long done;
  private @Nullable String obstacle;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** All three must outlive this. */
  public Erasure(ErasureMark mark, SqliteEventStore store, ReadModel readModel,
      TimeTravel timeTravel) {
    this.mark = mark;
    this.store = store;
    this.readModel = readModel;
    this.timeTravel = timeTravel;
  }

  /** Goes on with what an earlier process has left. The read model must have begun to follow the store. */
  public synchronized void resume() {
    if (mark.isSet()) {
      wanted++;
      begin();
    }
  }

  @Override
  public synchronized PurgeOutline purge(Purge command, Origin origin) {
    boolean wasSet = mark.isSet();
    mark.set();
    try {
      var outline = store.purge(command, origin);
      wanted++;
      begin();
      return outline;
    } catch (RuntimeException refused) {
      if (!wasSet) {
        mark.remove();
      }
      throw refused;
    }
  }

  private void begin() {
    timeTravel.forget();
    if (thread == null && !isClosed()) {
      thread = Thread.ofPlatform().name("erasure").daemon().start(this::work);
    }
    notifyAll();
  }

  private void work() {
    try {
      var next = next();
      while (next.isPresent()) {
        erase();
        end(next.get());
        next = next();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** What there is to do when all before is done; empty if this is closed. */
  private synchronized Optional<Long> next() throws InterruptedException {
    while (wanted == done && !isClosed()) {
      wait();
    }
    return isClosed() ? Optional.empty() : Optional.of(wanted);
  }

  private void erase() throws InterruptedException {
    until(() -> {
      store.rewrite();
      return true;
    }, PAUSE, "the event store could not be written anew");
    until(readModel::renew, PAUSE, "the read model could not be built anew");
    until(store::emptyJournal, GLANCE, "somebody still reads the event store as it was");
    timeTravel.forget();
  }

  @FunctionalInterface
  private interface Step {

    /** @return false if it has to be done again */
    boolean run() throws InterruptedException;
  }

  private void until(Step step, Duration pause, String otherwise) throws InterruptedException {
    while (!succeeds(step, otherwise)) {
      closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean succeeds(Step step, String otherwise) throws InterruptedException {
    requireOpen();
    try {
      boolean success = step.run();
      setObstacle(success ? null : otherwise);
      return success;
    } catch (RuntimeException e) {
      LOG.warn("What was purged has not left the files yet: {}.", otherwise, e);
      setObstacle(otherwise + ": " + e.getMessage());
      return false;
    }
  }

  private void requireOpen() throws InterruptedException {
    if (isClosed()) {
      throw new InterruptedException("closed");
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  private synchronized void end(long finished) {
    done = finished;
    if (wanted == done) {
      mark.remove();
    }
    notifyAll();
  }

  private synchronized void setObstacle(@Nullable String what) {
    obstacle = what;
  }

  /** Whether the files may still have something of what was purged. */
  public synchronized boolean isPending() {
    return wanted != done;
  }

  /** What is in the way at this moment; empty if nothing is. */
  public synchronized Optional<String> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  /**
   * Waits until the files have nothing of what was purged so far.
   *
   * @return false if the time ran out, or this was closed, before
   */
  public synchronized boolean await(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (wanted != done && !isClosed() && deadline - System.nanoTime() > 0) {
      wait(Duration.ofNanos(deadline - System.nanoTime()).toMillis() + 1);
    }
    return wanted == done;
  }

  /** Leaves what is not done to the next process. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closing.countDown();
      running = thread;
      notifyAll();
    }
    if (running != null) {
      readModel.cancelRebuild();
      running.interrupt();
      join(running);
    }
  }

  private static void join(Thread running) {
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
