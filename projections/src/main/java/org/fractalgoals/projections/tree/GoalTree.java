package org.fractalgoals.projections.tree;

import java.util.List;

import org.fractalgoals.projections.goal.GoalRow;

/** A visible goal and all that is visible below it. */
public record GoalTree(GoalRow goal, List<Tree> children) implements Tree {

  public GoalTree {
    children = List.copyOf(children);
  }
}
