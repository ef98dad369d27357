package org.fractalgoals.migration.goal;

import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * A row of goals with its place in a tree.
 *
 * @param parentId null for a root
 * @param rootId the top of its parents; its own id for a root
 */
record PlacedGoal(LegacyRow row, String id, @Nullable String parentId, String rootId) {

  boolean isRoot() {
    return id.equals(rootId);
  }
}
