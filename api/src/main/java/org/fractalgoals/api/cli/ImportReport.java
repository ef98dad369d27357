package org.fractalgoals.api.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fractalgoals.migration.MigrationResult;
import org.fractalgoals.migration.Phases.Phase;
import org.fractalgoals.migration.SkippedRows;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.proof.Difference;
import org.fractalgoals.migration.proof.ProofResult;
import org.fractalgoals.projections.file.Contents;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what an import read, wrote and proved.
 *
 * @param phases what it did; some of it at the same time
 * @param took how long all of it took
 */
record ImportReport(ImportOutcome outcome, List<Phase> phases, Duration took) {

  /** Plain text of several lines, each ended by a line feed. */
  String text() {
    var result = outcome.result();
    var lines = new ArrayList<String>();
    lines.add("Read %s: stage %s, %d bytes, SHA-256 %s.".formatted(result.file().source(),
        result.file().stage(), result.file().bytes(), result.file().sha256()));
    if (result.file().stage() == Stage.S00) {
      lines.add("It is an empty legacy database: there is nothing to import.");
    } else {
      lines.add("Times without a zone were read in %s or UTC, as the rules say."
          .formatted(result.zone()));
      tables(result, lines);
      skipped(result.skipped(), lines);
      flags(result, lines);
      conflicts(result, lines);
      outcome.contents().ifPresent(contents -> readModel(contents, lines));
      outcome.proof().ifPresent(proof -> proof(proof, lines));
      lines.add("");
      lines.add("%d events were written in %s (%s).".formatted(result.events(), seconds(took),
          phases.stream().map(phase -> phase.name() + " " + seconds(phase.took()))
              .reduce((one, other) -> one + ", " + other).orElse("")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  private static void tables(MigrationResult result, List<String> lines) {
    lines.add("");
    var isAnySkipped = result.skipped().count() > 0;
    lines.add(row("table", List.of("rows", "told", "kept", "unchanged"),
        isAnySkipped ? "skipped" : null));
    for (var table : result.tables()) {
      lines.add(row(table.table(),
          List.of(table.read(), table.told(), table.kept(), table.unchanged()),
          isAnySkipped ? table.skipped() : null));
    }
    lines.add("Told: an event stands for the row. Kept: the row alone is in the store. "
        + "Unchanged: an earlier import has it.");
    if (!result.unknownTables().isEmpty()) {
      lines.add("Tables of no known stage, kept row by row: %s."
          .formatted(String.join(", ", result.unknownTables())));
    }
    if (!result.unknownColumns().isEmpty()) {
      lines.add("Columns of no known stage, kept with their rows: %s."
          .formatted(String.join(", ", result.unknownColumns())));
    }
  }

  private static String row(String table, List<?> counts, @Nullable Object more) {
    var line = new StringBuilder(String.format(Locale.ROOT, "%-24s", table));
    counts.forEach(count -> line.append(String.format(Locale.ROOT, " %10s", count)));
    if (more != null) {
      line.append(String.format(Locale.ROOT, " %10s", more));
    }
    return line.toString();
  }

  private static void skipped(SkippedRows skipped, List<String> lines) {
    if (skipped.count() > 0) {
      lines
          .add(("Skipped: nothing of the row is in the store, because what it speaks of was purged "
              + "for good or is new and would stand below that: %s.").formatted(
                  some(skipped.things())));
    }
  }

  private static void flags(MigrationResult result, List<String> lines) {
    lines.add("");
    result.flags().forEach((flag, count) -> lines.add(String.format(Locale.ROOT, "%-36s %8d  %s",
        flag, count.events(), some(count.ids()))));
  }

  private static String some(List<String> ids) {
    return ids.size() <= 2 ? String.join(", ", ids) : ids.get(0) + ", " + ids.get(1) + ", …";
  }

  private static void conflicts(MigrationResult result, List<String> lines) {
    for (var conflict : result.conflicts()) {
      lines.add("Conflict: %s, %s: %s.".formatted(conflict.thing(), conflict.field(),
          conflict.taken() ? "what the file says was taken" : "what was there was kept"));
    }
  }

  private static void readModel(Contents contents, List<String> lines) {
    lines.add("");
    contents.rows().forEach((table, rows) -> {
      if (rows > 0) {
        lines.add(String.format(Locale.ROOT, "read model: %-24s %10d", table, rows));
      }
    });
    lines.add("%d placeholders, %d rows without a root, %d broken references.".formatted(
        contents.placeholders(), contents.nullRoots(), contents.brokenReferences()));
  }

  private static void proof(ProofResult proof, List<String> lines) {
    lines.add(proof.equal()
        ? "Proof: the file made again from the event store is equal, %d rows and %d cells%s."
            .formatted(proof.rows(), proof.cells(), proof.purged() == 0
                ? ""
                : ", and lacks just the %d skipped rows".formatted(proof.purged()))
        : "The proof FAILED: the file made again from the event store is not equal.");
    proof.differences().stream().map(Difference::sentence).forEach(lines::add);
  }
}
