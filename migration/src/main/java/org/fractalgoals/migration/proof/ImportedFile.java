package org.fractalgoals.migration.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.RowsUnchanged;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.domain.imports.ImportHistory.Fact;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.RawRow;
import org.fractalgoals.migration.output.NewDatabase;
import org.fractalgoals.migration.source.MigrationFailed;
import org.jspecify.annotations.Nullable;

/**
 * A legacy file made again from what the event store kept of it: every table, row, cell and declaration. Not its pages:
 * free space, the order of the pages and the journal mode are not kept.
 */
public final class ImportedFile {

  private final ImportHistory history;
  private final Connection connection;
  private final RowCensus census = new RowCensus();
  private @Nullable RebuiltSchema schema;
  private @Nullable RowWriter writer;

  private ImportedFile(ImportHistory history, Connection connection) {
    this.history = history;
    this.connection = connection;
  }

  /**
   * Writes the file of an import.
   *
   * @param out must not be there; its folder must
   * @return what was written; fewer rows than were imported if some were purged
   * @throws MigrationFailed if there is no such import, the file is there, or it cannot be written
   */
  public static Written write(ImportHistory history, String importId, Path out) {
    return NewDatabase.make(out,
        connection -> new ImportedFile(history, connection).fill(importId));
  }

  private Written fill(String importId) throws SQLException {
    try {
      history.forEach(importId, this::take);
    } catch (Refused e) {
      throw e.cause;
    }
    if (schema == null || writer == null) {
      throw new MigrationFailed(
          "The event store kept no file of an import \"%s\".".formatted(importId));
    }
    writer.close();
    schema.finish();
    return new Written(writer.rows(), census.purged());
  }

  private void take(Fact fact) {
    try {
      switch (fact.event()) {
        case SchemaKept kept -> {
          schema = RebuiltSchema.begin(connection, kept);
          writer = new RowWriter(connection);
        }
        case RowsUnchanged unchanged -> writeAgain(unchanged);
        case LegacyFileImported imported -> census.closeWith(imported.tables());
        case null, default -> takeRow(fact);
      }
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  private void takeRow(Fact fact) throws SQLException {
    if (fact.row() != null) {
      var row = RawRow.read(fact.row());
      write(row);
      census.sawOwn(row.table());
    } else if (fact.isPurged()) {
      census.sawPurgedEvent();
    }
  }

  private void writeAgain(RowsUnchanged unchanged) throws SQLException {
    for (var seen : unchanged.rows()) {
      var row = history.rowAt(seen.position());
      if (row.isPresent()) {
        var kept = RawRow.read(row.get());
        write(new LegacyRow(unchanged.table(), seen.rowid(), kept.key(), kept.cells()));
      } else if (history.isPurged(seen.position())) {
        census.sawPurgedRow(unchanged.table());
      }
    }
  }

  private void write(LegacyRow row) throws SQLException {
    if (writer == null) {
      throw new MigrationFailed(
          "The import has rows before it says how their tables were declared.");
    }
    writer.write(row);
  }

  /**
   * What came of it.
   *
   * @param rows how many rows were written
   * @param purged how many rows of each table are missing because what they spoke of was purged, before the import or
   *     since; tables without such rows are left out
   */
  public record Written(long rows, Map<String, Long> purged) {

    public Written {
      purged = Map.copyOf(purged);
    }
  }

  /** Carries SQLite's refusal out of the reading. */
  private static final class Refused extends RuntimeException {

    private final SQLException cause;

    Refused(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
