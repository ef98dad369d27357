package org.fractalgoals.projections.tree;

import java.util.List;

/** A visible node of a fractal and all that is visible below it. */
public sealed interface Tree permits GoalTree, SessionTree {

  /** What is directly below: by sort order, in which sessions count as 0, time of creation, id. */
  List<Tree> children();
}
