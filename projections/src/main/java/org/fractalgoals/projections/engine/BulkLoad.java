package org.fractalgoals.projections.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;

/**
 * Fills a read model that nobody looks at yet with everything a store has. The next batch is read and decoded while one
 * is written.
 */
public final class BulkLoad {

  private static final int BATCH = 2000;

  private BulkLoad() {}

  /**
   * Applies all events after the head of the writer.
   *
   * @throws ProjectionStopped if one of them cannot be applied; the rows are good for nothing then
   */
  public static void run(EventReader events, ProjectionWriter writer) {
    try (var thread = Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("projection-reader").daemon().factory())) {
      var next = CompletableFuture.supplyAsync(() -> read(events, writer.head()), thread);
      while (true) {
        var batch = next.join();
        if (batch.last().equals(writer.head())) {
          return;
        }
        next = CompletableFuture.supplyAsync(() -> read(events, batch.last()), thread);
        apply(batch, writer);
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static EventBatch read(EventReader events, Head point) {
    return events.readAfter(point, BATCH);
  }

  private static void apply(EventBatch batch, ProjectionWriter writer) {
    try {
      writer.apply(batch);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the events after %d cannot be applied: %s".formatted(
          writer.head().position(), e.getMessage()), e);
    }
  }
}
