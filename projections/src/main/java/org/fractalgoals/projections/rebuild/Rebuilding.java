package org.fractalgoals.projections.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.projections.engine.Ending;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.file.Generations;
import org.fractalgoals.projections.file.ReadModelFault;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.rebuild.RebuildProgress.Phase;
import org.fractalgoals.projections.serving.LiveGeneration;
import org.fractalgoals.projections.serving.Serving;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the next generation beside the one that answers, one at a time and on a thread of its own, and lets it take its
 * place. Safe for use by many threads.
 */
public final class Rebuilding implements AutoCloseable {

  /** Is told of the progress until it is closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration LONGEST_SWITCH = Duration.ofSeconds(10);
  /** Between attempts to build the first generation, where no event is to blame. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Rebuild rebuild;
  private final Serving serving;
  private final Clock clock;
  private final List<Consumer<RebuildProgress>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable RebuildTracker tracker;
  private @Nullable Thread thread;
  private volatile @Nullable LiveGeneration next;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param serving gets the generations
   */
  public Rebuilding(Generations generations, EventReader events, List<Projector> projectors,
      Serving serving, Clock clock) {
    this.rebuild = new Rebuild(generations, events, projectors);
    this.serving = serving;
    this.clock = clock;
  }

  /**
   * Begins to build.
   *
   * @return how it stands now
   * @throws RebuildRunning if it does already
   * @throws IllegalStateException if this is closed
   */
  public RebuildProgress begin() {
    return begin(this::attempt);
  }

  /** As {@link #begin}, where there is nothing yet: it is tried until it works, or an event is to blame. */
  public RebuildProgress beginFirst() {
    return begin(this::attemptUntilItWorks);
  }

  private synchronized RebuildProgress begin(Consumer<RebuildTracker> work) {
    if (closing.getCount() == 0) {
      throw new IllegalStateException("the read model is closed");
    }
    if (tracker != null && tracker.progress().isRunning()) {
      throw new RebuildRunning(tracker.progress());
    }
    var begun = newTracker();
    tracker = begun;
    thread = Thread.ofPlatform().name("rebuild").daemon().start(() -> work.accept(begun));
    return begun.progress();
  }

  private RebuildTracker newTracker() {
    return new RebuildTracker(clock, () -> rebuild.events().head().position(), serving::isPinned,
        progress -> listeners.forEach(listener -> listener.accept(progress)));
  }

  /** How the one that runs stands, or the last one ended; empty if there was none. */
  public synchronized Optional<RebuildProgress> progress() {
    return Optional.ofNullable(tracker).map(RebuildTracker::progress);
  }

  /**
   * Ends the one that runs, soon. What is in use stays in use.
   *
   * @return false if none runs, or there is nothing in use that could stay
   */
  public synchronized boolean cancel() {
    if (tracker == null || !tracker.progress().isRunning() || serving.current().isEmpty()) {
      return false;
    }
    tracker.cancel();
    return true;
  }

  /** Waits until none runs. */
  public void awaitEnd() throws InterruptedException {
    Thread running;
    synchronized (this) {
      running = thread;
    }
    if (running != null) {
      running.join();
    }
  }

  /** Tells of each change of phase and several times a second of the progress. The listener must return at once. */
  public Subscription subscribe(Consumer<RebuildProgress> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Something was appended to the store. */
  public void wake() {
    var follower = next;
    if (follower != null) {
      follower.engine().wake();
    }
  }

  private void attemptUntilItWorks(RebuildTracker first) {
    attempt(first);
    while (serving.current().isEmpty() && serving.failure().isEmpty() && awaitNextAttempt()) {
      var again = newTracker();
      synchronized (this) {
        tracker = again;
      }
      attempt(again);
    }
  }

  private boolean awaitNextAttempt() {
    try {
      return !closing.await(PAUSE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void attempt(RebuildTracker attempt) {
    try {
      takeOver(rebuild.build(attempt), attempt);
      attempt.done();
    } catch (RebuildCancelled e) {
      attempt.end(Phase.CANCELLED, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      attempt.end(Phase.CANCELLED, null);
    } catch (ProjectionStopped stopped) {
      LOG.error("{}", stopped.getMessage());
      if (serving.current().isEmpty()) {
        serving.fail(stopped.failure());
      }
      attempt.end(Phase.FAILED, stopped.failure().sentence());
    } catch (RuntimeException | Error e) {
      LOG.error("The read model could not be built.", e);
      attempt.end(Phase.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private void takeOver(ReadModelFile file, RebuildTracker attempt) throws InterruptedException {
    var old = serving.current();
    var follower = open(file);
    try {
      next = follower;
      attempt.enter(Phase.CATCHING_UP);
      follower.engine().start();
      long goal = rebuild.events().head().position();
      while (!follower.engine().await(goal, GLANCE)) {
        attempt.reached(follower.engine().status().position());
      }
      attempt.reached(follower.engine().status().position());
      attempt.enter(Phase.SWITCHING);
      switchTo(follower, old);
    } catch (Throwable cause) {
      follower.retire();
      file.delete();
      throw cause;
    } finally {
      next = null;
    }
    putAway(old);
  }

  /** The new one is in use, whatever becomes of those before it. */
  private void putAway(Optional<LiveGeneration> old) {
    try {
      old.ifPresent(LiveGeneration::retire);
      rebuild.generations().clean();
    } catch (ReadModelFault fault) {
      LOG.warn("What the new read model has replaced could not be put away.", fault);
    }
  }

  private LiveGeneration open(ReadModelFile file) {
    try {
      return LiveGeneration.open(file, rebuild.events(), rebuild.projectors());
    } catch (RuntimeException e) {
      file.delete();
      throw e;
    }
  }

  /** While nobody is shown anything newer, so that nobody is shown anything older afterwards. */
  private void switchTo(LiveGeneration follower, Optional<LiveGeneration> old)
      throws InterruptedException {
    if (old.isEmpty()) {
      use(follower);
      return;
    }
    old.get().engine().hold(shown -> {
      if (!follower.engine().await(shown, LONGEST_SWITCH)) {
        throw new ReadModelFault(
            "The new read model did not come to event %d within %d s, which the one in use shows."
                .formatted(shown, LONGEST_SWITCH.toSeconds()),
            null);
      }
      use(follower);
    });
  }

  private void use(LiveGeneration follower) {
    rebuild.generations().use(follower.file());
    serving.use(follower);
  }

  /** Ends the one that runs, and waits for that. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closing.countDown();
      if (tracker != null) {
        tracker.cancel();
      }
      running = thread;
    }
    if (running != null) {
      Ending.await(running);
    }
  }
}
