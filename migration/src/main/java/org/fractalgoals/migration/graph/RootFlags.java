package org.fractalgoals.migration.graph;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Flags;
import org.jspecify.annotations.Nullable;

/** Says how a root that was found differs from the one a row states. */
final class RootFlags {

  private final GraphReader graph;

  RootFlags(GraphReader graph) {
    this.graph = graph;
  }

  /**
   * @param states whether the table speaks of roots at all
   * @param stated what the row says; null if nothing that can be used
   */
  List<String> of(EntityRef ref, boolean states, @Nullable String stated, String rootId) {
    if (!states) {
      return List.of();
    }
    if (stated == null) {
      return List.of(hasGoal(rootId) ? Flags.ROOT_NULL_DERIVED : Flags.ROOT_MISSING);
    }
    if (stated.equals(rootId) && hasGoal(rootId)) {
      return List.of();
    }
    if (isItself(ref, stated)) {
      return List.of(Flags.ROOT_SELF);
    }
    return List.of(hasGoal(stated) ? Flags.ROOT_CONTRADICTED : Flags.ROOT_MISSING);
  }

  private static boolean isItself(EntityRef ref, String stated) {
    return ref.id().equals(stated) && !ref.equals(EntityRef.goal(stated));
  }

  private boolean hasGoal(String id) {
    return graph.has(EntityRef.goal(id));
  }
}
