package org.fractalgoals.migration;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.fractalgoals.domain.event.EventQueue;
import org.fractalgoals.domain.event.NewEvent;

/** Appends a batch while the next one is encoded and the one after that is made. */
final class BatchAppender {

  private final EventQueue queue;
  private final ExecutorService thread = Executors
      .newSingleThreadExecutor(Thread.ofPlatform().name("import-append").daemon().factory());
  /** Done when the last batch is encoded and those before it are stored. */
  private CompletableFuture<Void> encoded = CompletableFuture.completedFuture(null);
  private volatile CompletableFuture<Long> stored = CompletableFuture.completedFuture(0L);

  BatchAppender(EventQueue queue) {
    this.queue = queue;
  }

  /** Returns once the batch before is encoded; a failure of one before that is thrown here. */
  void append(List<NewEvent> batch) {
    await(encoded);
    encoded = CompletableFuture.runAsync(() -> encode(batch), thread);
  }

  private void encode(List<NewEvent> batch) {
    var before = stored;
    stored = queue.appendLater(batch);
    before.join();
  }

  /** Returns once everything is appended. */
  void finish() {
    try {
      await(encoded);
      await(stored);
    } finally {
      thread.shutdown();
    }
  }

  private void await(CompletableFuture<?> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      thread.shutdown();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
