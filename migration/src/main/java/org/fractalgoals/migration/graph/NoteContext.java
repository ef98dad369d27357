package org.fractalgoals.migration.graph;

import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/** What a row of {@code notes} is about. */
final class NoteContext {

  private static final Map<String, Kind> KINDS = Map.of("session", Kind.SESSION,
      "activity_instance", Kind.INSTANCE, "set", Kind.INSTANCE, "goal", Kind.GOAL,
      "activity_definition", Kind.ACTIVITY);

  private NoteContext() {}

  /** By type and id, also where that was purged; where these say nothing known, by whatever else the row names, the narrowest first. */
  static @Nullable EntityRef of(LegacyRow row, GraphReader graph) {
    var kind = KINDS.get(Cells.text(row, "context_type"));
    var id = Cells.id(row, "context_id");
    var named = kind == null || id == null ? null : new EntityRef(kind, id);
    if (named != null && (graph.has(named) || graph.isPurged(named))) {
      return named;
    }
    for (var other : List.of(Map.entry(Kind.INSTANCE, "activity_instance_id"),
        Map.entry(Kind.SESSION, "session_id"),
        Map.entry(Kind.ACTIVITY, "activity_definition_id"))) {
      var otherId = Cells.id(row, other.getValue());
      if (otherId != null && graph.has(new EntityRef(other.getKey(), otherId))) {
        return new EntityRef(other.getKey(), otherId);
      }
    }
    return named == null || named.kind() == Kind.INSTANCE ? null : named;
  }

  /** The thing with a history that it is, or is a part of. */
  static @Nullable Node unitOf(@Nullable EntityRef context, GraphReader graph) {
    if (context == null) {
      return null;
    }
    if (context.kind() != Kind.INSTANCE) {
      return graph.find(context);
    }
    return graph.has(context) ? graph.find(EntityRef.session(graph.ownerOf(context))) : null;
  }
}
