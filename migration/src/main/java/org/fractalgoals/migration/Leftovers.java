package org.fractalgoals.migration;

import java.util.List;

import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacySchema;

/** Keeps every row that no history speaks of: of unknown tables, without an id, repeated, about nothing that is there. */
record Leftovers(LegacyFile file, LegacyGraph graph, Writing writing) {

  void keep() {
    for (var table : file.schema().tables()) {
      if (writing.ledger().entered(table.name()) < table.rows()) {
        file.forEach(table.name(), row -> {
          if (!writing.ledger().has(row)) {
            writing.keep(kept(row));
          }
        });
      }
    }
  }

  private KeptRow kept(LegacyRow row) {
    if (LegacySchema.isOwn(row.table())) {
      return new KeptRow(row, List.of(), null);
    }
    if (!LegacySchema.isKnown(row.table())) {
      return new KeptRow(row, List.of(Flags.TABLE_UNKNOWN), null);
    }
    var about = RowSubject.of(row, graph);
    if (row.value("id") != null && !graph.isFirst(row)) {
      return new KeptRow(row,
          List.of(Cells.id(row, "id") == null ? Flags.ID_UNUSABLE : Flags.ID_DUPLICATE), about);
    }
    var column = RowSubject.columnOfOwner(row);
    if (column.isEmpty()) {
      return new KeptRow(row, List.of(Flags.ID_UNUSABLE), about);
    }
    var isThere = Cells.id(row, column.get()) != null && about != null && graph.has(about);
    return new KeptRow(row,
        List.of(isThere ? Flags.ID_DUPLICATE : Flags.refMissing(column.get())), about);
  }
}
