package org.fractalgoals.migration.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.RawRow;
import org.fractalgoals.migration.source.SourceCopy;
import org.jspecify.annotations.Nullable;

/** A store that keeps each row of a file for itself; what is kept can be altered. */
public final class KeptFile implements ImportHistory {

  public static final String IMPORT = "i-1";

  private final List<Fact> facts = new ArrayList<>();

  /** Keeps a file that nobody has open. */
  public static KeptFile of(Path file) throws SQLException {
    var kept = new KeptFile();
    try (
        var copy = SourceCopy.of(file, file.resolveSibling("kept"), MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      kept.add(legacy.declaration().event(IMPORT, MigrationRun.NOW), null);
      for (var table : legacy.schema().tables()) {
        legacy.forEach(table.name(),
            row -> kept.add(new RowKept(IMPORT, table.name(), null, MigrationRun.NOW),
                RawRow.json(copy.sha256(), legacy.stage(), row)));
      }
    }
    return kept;
  }

  /** Keeps something more. */
  public void add(ImportEvent event, @Nullable String row) {
    facts.add(new Fact(facts.size() + 1L, event, row));
  }

  /** What is kept, open to be altered. */
  public List<Fact> facts() {
    return facts;
  }

  @Override
  public List<LegacyFileImported> imports() {
    return List.of();
  }

  @Override
  public void forEach(String importId, Consumer<Fact> fact) {
    facts.stream().filter(kept -> kept.isPurged()
        || (kept.event() != null && kept.event().importId().equals(importId)))
        .forEach(fact);
  }

  @Override
  public Optional<String> rowAt(long position) {
    return Optional.ofNullable(facts.get((int) position - 1).row());
  }

  @Override
  public boolean isPurged(long position) {
    return facts.get((int) position - 1).isPurged();
  }

  @Override
  public void forEachRow(Consumer<Fact> fact) {
    facts.stream().filter(kept -> kept.row() != null).forEach(fact);
  }

  @Override
  public List<Told> told(String stream) {
    return List.of();
  }
}
