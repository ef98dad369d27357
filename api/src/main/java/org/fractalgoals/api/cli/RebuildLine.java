package org.fractalgoals.api.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import org.fractalgoals.api.admin.RebuildView;

/** Shows how far a rebuild is: a bar on a terminal, elsewhere a line at each change of phase and now and then. */
final class RebuildLine implements Consumer<RebuildView> {

  private static final int WIDTH = 30;
  private static final long BETWEEN_LINES_NANOS = Duration.ofSeconds(10).toNanos();

  private final PrintWriter out;
  private final boolean terminal;
  private String phase = "";
  private int shown;
  private long printedNanos;

  /**
   * @param terminal whether what was printed last can be printed over
   */
  RebuildLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void accept(RebuildView step) {
    if (terminal) {
      overwrite(bar(step) + sentence(step), step.endedAt() != null);
    } else if (!step.phase().equals(phase)
        || System.nanoTime() - printedNanos > BETWEEN_LINES_NANOS) {
      out.println(sentence(step));
      printedNanos = System.nanoTime();
    }
    phase = step.phase();
    out.flush();
  }

  private void overwrite(String line, boolean last) {
    out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    shown = line.length();
    if (last) {
      out.println();
    }
  }

  private static String bar(RebuildView step) {
    int full = step.total() == 0 ? WIDTH : (int) (WIDTH * step.done() / step.total());
    return "[%s%s] ".formatted("#".repeat(full), "-".repeat(WIDTH - full));
  }

  private static String sentence(RebuildView step) {
    var remaining = step.remainingSeconds();
    return "%s: %d of %d events".formatted(step.phase().replace('_', ' '), step.done(),
        step.total())
        + (remaining == null || step.done() == step.total()
            ? ""
            : String.format(Locale.ROOT, ", %.0f a second, %.0f s to go", step.eventsPerSecond(),
                remaining));
  }
}
