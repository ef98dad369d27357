package org.fractalgoals.projections.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.fractalgoals.projections.engine.BulkLoad;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Knows how far a rebuild is, tells those who want to know, and lets others end it. One thread works; any may ask and
 * cancel.
 */
public final class RebuildTracker implements BulkLoad.Watcher {

  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(200);

  private final Clock clock;
  private final LongSupplier head;
  private final BooleanSupplier busy;
  private final Consumer<RebuildProgress> listener;
  private final Instant startedAt;
  private final long startedNanos = System.nanoTime();
  private long reportedNanos = startedNanos;
  private volatile boolean cancelled;
  private volatile RebuildProgress progress;

  /**
   * @param head tells how many events there are
   * @param busy tells whether others need the machine
   * @param listener is called on the working thread: at each change of phase, and a few times a second
   */
  public RebuildTracker(Clock clock, LongSupplier head, BooleanSupplier busy,
      Consumer<RebuildProgress> listener) {
    this.clock = clock;
    this.head = head;
    this.busy = busy;
    this.listener = listener;
    this.startedAt = clock.instant();
    this.progress = new RebuildProgress(Phase.LOADING, 0, head.getAsLong(), 0, null, startedAt,
        null, null);
  }

  public RebuildProgress progress() {
    return progress;
  }

  /** Ends the rebuild soon, unless it is at its end. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Says what is done now.
   *
   * @throws RebuildCancelled if somebody wants it to end
   */
  void enter(Phase phase) {
    goOn();
    show(phase, progress.done(), null, null);
    report();
  }

  /** Says that the new one is in use. */
  public void done() {
    end(Phase.DONE, null);
  }

  /** Says how it ended. */
  void end(Phase phase, @Nullable String problem) {
    show(phase, progress.done(), clock.instant(), problem);
    report();
  }

  @Override
  public void reached(long position) {
    goOn();
    show(progress.phase(), position, null, null);
    if (System.nanoTime() - reportedNanos >= BETWEEN_REPORTS.toNanos()) {
      report();
    }
  }

  @Override
  public boolean isBusy() {
    return busy.getAsBoolean();
  }

  private void goOn() {
    if (cancelled) {
      throw new RebuildCancelled();
    }
  }

  private void show(Phase phase, long done, @Nullable Instant endedAt, @Nullable String problem) {
    long total = Math.max(done, head.getAsLong());
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    double rate = phase == Phase.LOADING ? done / seconds : progress.eventsPerSecond();
    var remaining = endedAt != null || rate == 0
        ? null
        : Duration.ofMillis(Math.round(1000 * (total - done) / rate));
    progress = new RebuildProgress(phase, done, total, rate, remaining, startedAt, endedAt,
        problem);
  }

  private void report() {
    reportedNanos = System.nanoTime();
    listener.accept(progress);
  }
}
