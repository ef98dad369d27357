package org.fractalgoals.projections.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Follows a store: one thread reads what comes after the last event applied, writes it, and tells those who wait. It is
 * woken after each append. It stops before an event that cannot be applied; what is before it is committed. Where the disk
 * or the store fails no event is to blame: then it tries again, at each append and from time to time, until it works.
 */
public final class ProjectionEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionEngine.class);
  private static final int BATCH = 1000;

  /** What became of the attempt to apply all there is. */
  private enum Outcome {
    DONE, HELD_UP, STOPPED
  }

  private final EventReader events;
  private final ProjectionWriter writer;
  private final Progress progress;
  private final Semaphore appended = new Semaphore(0);
  private final Spell spell = new Spell();
  private final ReentrantLock applying = new ReentrantLock();
  private volatile boolean closed;
  private volatile Runnable damaged = () -> {};
  private @Nullable Thread thread;

  /**
   * @param writer belongs to the engine from now on
   */
  public ProjectionEngine(EventReader events, ProjectionWriter writer) {
    this.events = events;
    this.writer = writer;
    this.progress = new Progress(writer.head().position());
  }

  /**
   * Begins to follow the store.
   *
   * @throws IllegalStateException if it has begun before, or is closed
   */
  public synchronized void start() {
    if (thread != null || closed) {
      throw new IllegalStateException("the projection was started before, or is closed");
    }
    progress.aimAt(events.head().position());
    thread = Thread.ofPlatform().name("projection").daemon().start(this::follow);
  }

  /** Is told, perhaps more than once, that the file is found to be damaged. Must return at once. */
  public void onDamage(Runnable listener) {
    damaged = listener;
  }

  /** Something was appended to the store. Returns at once. */
  public void wake() {
    appended.release();
  }

  /** What is done while the rows stay as they are. */
  @FunctionalInterface
  public interface Work {

    /**
     * @param position the last event applied
     */
    void run(long position) throws InterruptedException;
  }

  /** Does something while no event is applied. */
  public void hold(Work work) throws InterruptedException {
    applying.lock();
    try {
      work.run(writer.head().position());
    } finally {
      applying.unlock();
    }
  }

  /** What it does and how far it is. Cheap. */
  public ProjectionStatus status() {
    return progress.status(events.head().position());
  }

  /**
   * Waits until the events up to a position are applied, and can be read.
   *
   * @return false if the time ran out, or the projection was closed, before
   * @throws ProjectionStopped if it stopped at an event before that position
   */
  public boolean await(long position, Duration timeout) throws InterruptedException {
    return progress.await(position, timeout);
  }

  private void follow() {
    try {
      var outcome = drain();
      while (!closed && outcome != Outcome.STOPPED) {
        awaitWork(outcome);
        outcome = drain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      progress.end();
    }
  }

  private void awaitWork(Outcome outcome) throws InterruptedException {
    if (outcome == Outcome.DONE) {
      spell.end(writer.head().position());
      appended.acquire();
    } else {
      boolean early = appended.tryAcquire(spell.pause(), TimeUnit.MILLISECONDS);
      LOG.debug("tries again {}", early ? "because of an append" : "after a pause");
    }
    appended.drainPermits();
  }

  private Outcome drain() {
    boolean more = true;
    while (more && !closed) {
      try {
        more = step(BATCH);
      } catch (Throwable cause) {
        LOG.debug("a batch failed after event {}; once more event by event",
            writer.head().position(), cause);
        var outcome = drainSingly();
        if (outcome != Outcome.DONE) {
          return outcome;
        }
      }
    }
    return Outcome.DONE;
  }

  /** So that all before the event that cannot be applied is committed, and that event is known. */
  private Outcome drainSingly() {
    for (int count = 0; count < BATCH && !closed; count++) {
      EventBatch batch;
      try {
        batch = events.readAfter(writer.head(), 1);
      } catch (Throwable cause) {
        return cause instanceof RuntimeException && !(cause instanceof UnreadableEvent)
            ? holdUp(cause)
            : stop(ProjectionFailure.ofReading(writer.head().position(), cause), cause);
      }
      if (batch.last().equals(writer.head())) {
        return Outcome.DONE;
      }
      try {
        apply(batch);
      } catch (Throwable cause) {
        return cause instanceof SQLException e && !breaksConstraint(e)
            ? holdUp(cause)
            : stop(ProjectionFailure.of(batch, cause), cause);
      }
    }
    return Outcome.DONE;
  }

  /** The one error of the database that the event itself causes. */
  static boolean breaksConstraint(SQLException e) {
    // the low byte of an extended code is its primary code
    return e instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  private boolean step(int limit) throws SQLException {
    var before = writer.head();
    apply(events.readAfter(before, limit));
    return !writer.head().equals(before);
  }

  private void apply(EventBatch batch) throws SQLException {
    applying.lock();
    try {
      writer.apply(batch);
      progress.reach(writer.head().position());
    } finally {
      applying.unlock();
    }
  }

  private Outcome holdUp(Throwable cause) {
    spell.goOn(writer.head().position(), cause);
    // what the store throws is no SQLException: its damage is another matter
    if (cause instanceof SQLException && Damage.isIn(cause)) {
      damaged.run();
    }
    return Outcome.HELD_UP;
  }

  private Outcome stop(ProjectionFailure failure, Throwable cause) {
    LOG.error("{}", failure.sentence(), cause);
    progress.fail(failure);
    return Outcome.STOPPED;
  }

  /** Ends after the batch in hand. Who still waits is told that the position was not reached. */
  @Override
  public synchronized void close() throws SQLException {
    if (closed) {
      return;
    }
    closed = true;
    appended.release();
    if (thread != null) {
      Ending.await(thread);
    }
    progress.end();
    writer.close();
  }
}
