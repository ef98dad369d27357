package org.fractalgoals.migration;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Says every now and then how much of some work is done, and how long the rest will take. */
public final class Progress {

  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final long total;
  private final Consumer<String> listener;
  private final long start = System.nanoTime();
  private long told = start;
  private long done;

  /**
   * Begins now.
   *
   * @param total how much there is to do
   * @param listener is told, once a second at most
   */
  public Progress(String name, long total, Consumer<String> listener) {
    this.name = name;
    this.total = total;
    this.listener = listener;
  }

  void advance() {
    reached(done + 1);
  }

  /** So much is done of it. */
  public void reached(long amount) {
    done = amount;
    long now = System.nanoTime();
    if (done > 0 && now - told >= EVERY_NANOS) {
      told = now;
      long left = Duration.ofNanos((now - start) / done * (total - done)).toSeconds();
      listener.accept(
          String.format(Locale.ROOT, "%s: %d of %d, %d s left", name, done, total, left));
    }
  }
}
