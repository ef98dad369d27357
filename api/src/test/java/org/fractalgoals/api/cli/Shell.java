package org.fractalgoals.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/** Runs commands in this process and keeps what they print. */
record Shell(Map<String, String> variables, Clock clock) {

  /** What came of a command. */
  record Outcome(int code, String out, String err) {}

  Shell() {
    this(Map.of(), Clock.systemUTC());
  }

  Outcome run(String... arguments) {
    return run(new StringWriter(), arguments);
  }

  /**
   * @param out also read by others while the command runs
   */
  Outcome run(StringWriter out, String... arguments) {
    var err = new StringWriter();
    var code = Main.commandLine(variables, clock).setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true)).execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
