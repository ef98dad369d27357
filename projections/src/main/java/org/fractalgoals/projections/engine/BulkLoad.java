package org.fractalgoals.projections.engine;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Fills a read model that nobody looks at yet with everything a store has. The next batch is read and decoded while one
 * is written.
 */
public final class BulkLoad {

  /** Follows a load, on its thread. */
  public interface Watcher {

    /** The events up to this position are applied. May throw to end the load. */
    void reached(long position);

    /** Whether others need the machine: then only one thread works. */
    boolean isBusy();
  }

  /** More would take memory and no less time. */
  private static final int BATCH = 1000;

  private final EventReader events;
  private final ProjectionWriter writer;
  private final Watcher watcher;

  private BulkLoad(EventReader events, ProjectionWriter writer, Watcher watcher) {
    this.events = events;
    this.writer = writer;
    this.watcher = watcher;
  }

  /**
   * Applies all events after the head of the writer, and those that are appended meanwhile as long as it gains on them.
   *
   * @throws ProjectionStopped if one of them cannot be applied; the rows are good for nothing then
   * @throws SQLException if the rows cannot be written
   */
  public static void run(EventReader events, ProjectionWriter writer, Watcher watcher)
      throws SQLException {
    try (var thread = Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("projection-reader").daemon().factory())) {
      writer.beginBulk();
      new BulkLoad(events, writer, watcher).run(thread);
      writer.endBulk();
    }
  }

  private void run(ExecutorService thread) throws SQLException {
    long goal = events.head().position();
    long round = goal - writer.head().position();
    while (round > 0) {
      loadTo(goal, thread);
      long appended = events.head().position() - goal;
      // a store that grows as fast as it is read is followed better than chased
      round = appended > round / 2 ? 0 : appended;
      goal += appended;
    }
  }

  private void loadTo(long goal, ExecutorService thread) throws SQLException {
    @Nullable CompletableFuture<EventBatch> next = null;
    while (writer.head().position() < goal) {
      var batch = next == null ? read(writer.head()) : join(next);
      next = watcher.isBusy()
          ? null
          : CompletableFuture.supplyAsync(() -> read(batch.last()), thread);
      apply(batch);
      watcher.reached(writer.head().position());
    }
  }

  private static EventBatch join(CompletableFuture<EventBatch> next) {
    try {
      return next.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private EventBatch read(Head point) {
    try {
      return events.readAfter(point, BATCH);
    } catch (UnreadableEvent e) {
      throw new ProjectionStopped(ProjectionFailure.ofReading(point.position(), e));
    }
  }

  private void apply(EventBatch batch) throws SQLException {
    try {
      writer.apply(batch);
    } catch (SQLException | RuntimeException e) {
      var event = writer.applying();
      if (event == null || isOfTheDisk(e)) {
        throw e;
      }
      throw new ProjectionStopped(ProjectionFailure.of(event, e));
    }
  }

  private static boolean isOfTheDisk(Exception e) {
    return e instanceof SQLException sql && !ProjectionEngine.breaksConstraint(sql);
  }
}
