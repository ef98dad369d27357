package org.fractalgoals.migration;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.NewEvent;

/** Appends a batch while the next one is made. */
final class BatchAppender {

  private final EventAppender appender;
  private final ExecutorService thread = Executors
      .newSingleThreadExecutor(Thread.ofPlatform().name("import-append").daemon().factory());
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  BatchAppender(EventAppender appender) {
    this.appender = appender;
  }

  /** Returns once the batch before is appended; a failure of that is thrown here. */
  void append(List<NewEvent> batch) {
    await();
    if (!batch.isEmpty()) {
      last = CompletableFuture.runAsync(() -> appender.append(batch), thread);
    }
  }

  /** Returns once everything is appended. */
  void finish() {
    try {
      await();
    } finally {
      thread.shutdown();
    }
  }

  private void await() {
    try {
      last.join();
    } catch (CompletionException e) {
      thread.shutdown();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
