package org.fractalgoals.migration;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures where the time of a run goes, and says what is being done. */
public final class Phases {

  /** One stretch of a run. */
  public record Phase(String name, Duration took) {}

  private final List<Phase> phases = new CopyOnWriteArrayList<>();
  private final long start = System.nanoTime();
  private final Consumer<String> progress;

  /**
   * @param progress is told what is being done, in a few words
   */
  public Phases(Consumer<String> progress) {
    this.progress = progress;
  }

  /** How long it all took until now; phases may overlap. */
  public Duration total() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Does something that is a phase of its own. */
  public <T> T run(String name, Supplier<T> work) {
    progress.accept(name);
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      phases.add(new Phase(name, Duration.ofNanos(System.nanoTime() - start)));
    }
  }

  /** As {@link #run}, for what has no result. */
  public void run(String name, Runnable work) {
    run(name, () -> {
      work.run();
      return name;
    });
  }

  /** Tells of the progress of the phase in hand. */
  Progress progress(String name, long total) {
    return new Progress(name, total, progress);
  }

  public List<Phase> all() {
    return List.copyOf(phases);
  }
}
