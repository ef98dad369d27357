package org.fractalgoals.domain.activitygroup;

import java.util.List;

/**
 * Puts the groups of a fractal in order.
 *
 * @param rootId the fractal
 * @param groupIds each group gets its place in this list, counted from 0, as its sort order; ids that are unknown and
 *     ids that were there before are passed over, groups that are not listed stay where they are
 */
public record ReorderGroups(String rootId, List<String> groupIds) {

  public ReorderGroups {
    groupIds = List.copyOf(groupIds);
  }
}
