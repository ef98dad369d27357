package org.fractalgoals.migration;

import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacySchema;

/** Keeps every row that no history speaks of: of unknown tables, without an id, repeated, about nothing that is there. */
record Leftovers(LegacyFile file, LegacyGraph graph, Writing writing) {

  /** By what column a row without an id of its own, or of a thing that has rows of its own, names that thing. */
  private static final Map<String, Map.Entry<String, Kind>> ABOUT = Map.of("metric_values",
      Map.entry("activity_instance_id", Kind.INSTANCE), "practice_session_goals",
      Map.entry("practice_session_id", Kind.SESSION), "session_goals",
      Map.entry("session_id", Kind.SESSION), "scheduled_sessions", Map.entry("day_id", Kind.DAY),
      "program_day_templates", Map.entry("program_day_id", Kind.DAY));

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
    var about = ABOUT.get(LegacySchema.key(row.table()));
    if (row.value("id") != null && !graph.isFirst(row)) {
      return new KeptRow(row,
          List.of(Cells.id(row, "id") == null ? Flags.ID_UNUSABLE : Flags.ID_DUPLICATE), null);
    }
    if (about == null) {
      return new KeptRow(row, List.of(Flags.ID_UNUSABLE), null);
    }
    var id = Cells.id(row, about.getKey());
    var ref = id == null ? null : new EntityRef(about.getValue(), id);
    return new KeptRow(row,
        List.of(ref == null || !graph.has(ref) ? Flags.refMissing(about.getKey())
            : Flags.ID_DUPLICATE),
        ref);
  }
}
