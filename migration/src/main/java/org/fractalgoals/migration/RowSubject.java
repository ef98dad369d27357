package org.fractalgoals.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacySchema;
import org.jspecify.annotations.Nullable;

/** What a row that no history tells is about, by the ids in it: whoever purges that must find the row. */
final class RowSubject {

  /** A column and what it names. */
  private record Reference(String column, Kind kind) {}

  /** Tables of what has an identity. */
  private static final Map<String, Kind> KINDS = Map.ofEntries(
      Map.entry(LegacySchema.GOALS, Kind.GOAL),
      Map.entry(LegacySchema.PRACTICE_SESSIONS, Kind.SESSION),
      Map.entry(LegacySchema.SESSIONS, Kind.SESSION),
      Map.entry("activity_instances", Kind.INSTANCE),
      Map.entry("activity_definitions", Kind.ACTIVITY),
      Map.entry("metric_definitions", Kind.METRIC), Map.entry("split_definitions", Kind.SPLIT),
      Map.entry("activity_groups", Kind.GROUP), Map.entry("session_templates", Kind.TEMPLATE),
      Map.entry("programs", Kind.PROGRAM), Map.entry("program_blocks", Kind.BLOCK),
      Map.entry("program_days", Kind.DAY), Map.entry("notes", Kind.NOTE));

  /** Tables whose rows belong to something that has rows of its own. */
  private static final Map<String, Reference> OWNERS = Map.of("metric_values",
      new Reference("activity_instance_id", Kind.INSTANCE), "practice_session_goals",
      new Reference("practice_session_id", Kind.SESSION), "session_goals",
      new Reference("session_id", Kind.SESSION), "scheduled_sessions",
      new Reference("day_id", Kind.DAY), "program_day_templates",
      new Reference("program_day_id", Kind.DAY));

  /** What a thing without an id stands below. */
  private static final Map<String, List<Reference>> WHOLES = Map.of(LegacySchema.GOALS,
      List.of(new Reference("parent_id", Kind.GOAL)), "activity_instances",
      List.of(new Reference("session_id", Kind.SESSION),
          new Reference("practice_session_id", Kind.SESSION)),
      "metric_definitions", List.of(new Reference("activity_id", Kind.ACTIVITY)),
      "split_definitions", List.of(new Reference("activity_id", Kind.ACTIVITY)),
      "program_blocks", List.of(new Reference("program_id", Kind.PROGRAM)), "program_days",
      List.of(new Reference("block_id", Kind.BLOCK)));

  private static final Reference ROOT = new Reference("root_id", Kind.GOAL);

  private RowSubject() {}

  /** The column by which a row names what it belongs to; empty if its table is of things with an identity. */
  static Optional<String> columnOfOwner(LegacyRow row) {
    return Optional.ofNullable(OWNERS.get(LegacySchema.key(row.table()))).map(Reference::column);
  }

  /** The thing itself; where that is none, or has no id, what it belongs to, else its fractal; null if it names nothing. */
  static @Nullable EntityRef of(LegacyRow row, LegacyGraph graph) {
    var table = LegacySchema.key(row.table());
    var owner = OWNERS.get(table);
    if (owner != null) {
      return named(row, owner).orElse(null);
    }
    var itself = Optional.ofNullable(KINDS.get(table))
        .flatMap(kind -> named(row, new Reference("id", kind(kind, row))));
    return itself.or(() -> whole(row, table, graph)).or(() -> named(row, ROOT)).orElse(null);
  }

  private static Kind kind(Kind kind, LegacyRow row) {
    return kind == Kind.GOAL && LegacyGraph.isSession(row) ? Kind.SESSION : kind;
  }

  private static Optional<EntityRef> whole(LegacyRow row, String table, LegacyGraph graph) {
    return table.equals("notes")
        ? Optional.ofNullable(graph.contextOf(row))
        : WHOLES.getOrDefault(table, List.of()).stream()
            .flatMap(reference -> named(row, reference).stream()).findFirst();
  }

  private static Optional<EntityRef> named(LegacyRow row, Reference reference) {
    return Optional.ofNullable(Cells.id(row, reference.column()))
        .map(id -> new EntityRef(reference.kind(), id));
  }
}
