package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.fractalgoals.migration.goal.LeftOut;
import org.fractalgoals.migration.legacy.Stage;

/** Tells people what a run read and wrote. */
public final class MigrationReport {

  private MigrationReport() {}

  /** Plain text of several lines, each ended by a line feed. */
  public static String text(MigrationResult result) {
    var lines = new ArrayList<String>();
    lines.add("Read %s: stage %s, %d bytes, SHA-256 %s.".formatted(result.source(), result.stage(),
        result.bytes(), result.sha256()));
    lines.add("The file is unchanged; a copy is kept as %s.".formatted(result.backup()));
    if (result.stage() == Stage.S00) {
      lines.add("It is an empty legacy database: there is nothing to import.");
    } else {
      lines.add("Times without a zone were read in %s or UTC, as the rules say."
          .formatted(result.zone()));
      addTables(lines, result);
      lines.add("");
      lines.add("%s in %s became %s, the record of this import among them."
          .formatted(count(result.goals(), "goal"), count(result.fractals(), "fractal"),
              count(result.events(), "event")));
      addRest(lines, result);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void addTables(List<String> lines, MigrationResult result) {
    lines.add("");
    lines.add(row("table", "rows", "imported", "left out"));
    for (var table : result.tables()) {
      lines.add(row(table.table(), Long.toString(table.read()), Long.toString(table.told()),
          Long.toString(table.read() - table.told())));
    }
  }

  private static String row(String table, String read, String imported, String leftOut) {
    return String.format(Locale.ROOT, "%-24s %10s %10s %10s", table, read, imported, leftOut);
  }

  private static void addRest(List<String> lines, MigrationResult result) {
    if (result.sessions() > 0) {
      lines
          .add("%s among the goals left for later.".formatted(count(result.sessions(), "session")));
    }
    byReason(result.leftOut()).forEach((reason, goals) -> lines
        .add("%s left out, because %s: %s".formatted(count(goals.size(), "goal"),
            reason.sentence(),
            goals.stream().map(LeftOut::label).collect(Collectors.joining(", ")))));
    result.flags().forEach((flag, events) -> lines
        .add("Flag %s on %s.".formatted(flag, count(events, "event"))));
    if (!result.unknownTables().isEmpty()) {
      lines.add("Tables of no known stage, not read: %s."
          .formatted(String.join(", ", result.unknownTables())));
    }
    if (!result.unknownColumns().isEmpty()) {
      lines.add("Columns of goals of no known stage, kept with the raw rows: %s."
          .formatted(String.join(", ", result.unknownColumns())));
    }
  }

  private static Map<LeftOut.Reason, List<LeftOut>> byReason(List<LeftOut> leftOut) {
    return leftOut.stream().collect(Collectors.groupingBy(LeftOut::reason,
        () -> new EnumMap<>(LeftOut.Reason.class), Collectors.toList()));
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
