package org.fractalgoals.migration.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

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
   * @return how many rows were written; fewer than were imported if some were purged
   * @throws MigrationFailed if there is no such import, the file is there, or it cannot be written
   */
  public static long write(ImportHistory history, String importId, Path out) {
    return NewDatabase.make(out,
        connection -> new ImportedFile(history, connection).fill(importId));
  }

  private long fill(String importId) throws SQLException {
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
    return writer.rows();
  }

  private void take(Fact fact) {
    try {
      switch (fact.event()) {
        case SchemaKept kept -> {
          schema = RebuiltSchema.begin(connection, kept);
          writer = new RowWriter(connection);
        }
        case RowsUnchanged unchanged -> writeAgain(unchanged);
        case null, default -> {
          if (fact.row() != null) {
            write(RawRow.read(fact.row()));
          }
        }
      }
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  private void writeAgain(RowsUnchanged unchanged) throws SQLException {
    for (var seen : unchanged.rows()) {
      var row = history.rowAt(seen.position());
      if (row.isPresent()) {
        var kept = RawRow.read(row.get());
        write(new LegacyRow(unchanged.table(), seen.rowid(), kept.key(), kept.cells()));
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

  /** Carries SQLite's refusal out of the reading. */
  private static final class Refused extends RuntimeException {

    private final SQLException cause;

    Refused(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
