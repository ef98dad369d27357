package org.fractalgoals.api.tree;

import java.util.List;

import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.goal.GoalRow;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.Tree;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A goal or session as the API shows it, with what is below it.
 *
 * @param tree without children in the flat form
 * @param clock writes its times
 */
@JsonSerialize(using = TreeViewWriter.class)
public record TreeView(Tree tree, WallClockText clock) {

  /** A goal without what is below it. */
  public static TreeView flat(GoalRow goal, WallClockText clock) {
    return new TreeView(new GoalTree(goal, List.of()), clock);
  }
}
