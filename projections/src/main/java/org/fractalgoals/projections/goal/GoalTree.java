package org.fractalgoals.projections.goal;

import java.util.List;

/** A visible goal and all that is visible below it, each level in its order. */
public record GoalTree(GoalRow goal, List<GoalTree> children) {}
