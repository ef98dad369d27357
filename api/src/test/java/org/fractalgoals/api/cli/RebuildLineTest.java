package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.fractalgoals.api.admin.RebuildView;
import org.junit.jupiter.api.Test;

class RebuildLineTest {

  private static final String START = "2026-03-05T05:06:07.123456";

  private final StringWriter out = new StringWriter();

  private void show(boolean terminal) {
    var line = new RebuildLine(new PrintWriter(out), terminal);
    line.accept(new RebuildView("loading", 0, 200, 0, null, START, null, null));
    line.accept(new RebuildView("loading", 100, 200, 50, 2.0, START, null, null));
    line.accept(new RebuildView("catching_up", 200, 200, 50, 0.0, START, null, null));
    line.accept(new RebuildView("done", 200, 200, 50, null, START, START, null));
  }

  @Test
  void a_terminal_gets_a_bar_that_grows_in_its_place() {
    show(true);

    assertThat(out.toString().lines().map(String::stripTrailing)).containsExactly("",
        "[------------------------------] loading: 0 of 200 events",
        "[###############---------------] loading: 100 of 200 events, 50 a second, 2 s to go",
        "[##############################] catching up: 200 of 200 events",
        "[##############################] done: 200 of 200 events");
    assertThat(out.toString()).endsWith(System.lineSeparator());
  }

  @Test
  void elsewhere_each_change_of_phase_is_a_line() {
    show(false);

    assertThat(out.toString().lines()).containsExactly("loading: 0 of 200 events",
        "catching up: 200 of 200 events", "done: 200 of 200 events");
  }
}
