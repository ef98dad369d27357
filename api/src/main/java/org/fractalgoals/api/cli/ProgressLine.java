package org.fractalgoals.api.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

/** Prints how far long work is. Work that is soon done is not talked about. */
final class ProgressLine implements Consumer<String> {

  private static final long SOON_NANOS = Duration.ofSeconds(5).toNanos();

  private final PrintWriter out;
  private final long start = System.nanoTime();

  ProgressLine(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(String sentence) {
    if (System.nanoTime() - start > SOON_NANOS) {
      out.println(sentence);
      out.flush();
    }
  }
}
