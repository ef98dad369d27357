package org.fractalgoals.migration;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Says every now and then how much of some work is done, and how long the rest will take. */
final class Progress {

  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final long total;
  private final Consumer<String> listener;
  private final long start = System.nanoTime();
  private long told = start;
  private long done;

  Progress(String name, long total, Consumer<String> listener) {
    this.name = name;
    this.total = total;
    this.listener = listener;
  }

  void advance() {
    done++;
    long now = System.nanoTime();
    if (now - told >= EVERY_NANOS) {
      told = now;
      long left = Duration.ofNanos((now - start) / done * (total - done)).toSeconds();
      listener.accept(
          String.format(Locale.ROOT, "%s: %d of %d, %d s left", name, done, total, left));
    }
  }
}
