package org.fractalgoals.projections.goal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A visible goal and all that is visible below it, each level in its order. */
public record GoalTree(GoalRow goal, List<GoalTree> children) {

  /**
   * The tree of goals that come with the lowest level first, each level in its order; empty if there are none. Made
   * without recursion: a tree may be deep.
   */
  static Optional<GoalTree> of(List<GoalRow> bottomUp) {
    Map<String, List<GoalTree>> children = new HashMap<>();
    GoalTree top = null;
    for (var goal : bottomUp) {
      var below = children.remove(goal.id());
      top = new GoalTree(goal, below == null ? List.of() : List.copyOf(below));
      if (goal.parentId() != null) {
        children.computeIfAbsent(goal.parentId(), id -> new ArrayList<>()).add(top);
      }
    }
    return Optional.ofNullable(top);
  }
}
