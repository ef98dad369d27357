package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** Goals as the read model has them, in the forms of the API. What is not there, or deleted, is a 404. */
public final class GoalAnswers {

  private final Queries queries;
  private final WallClockText clock;

  public GoalAnswers(Queries queries, WallClockText clock) {
    this.queries = queries;
    this.clock = clock;
  }

  List<FractalView> fractals() {
    return queries.goals().fractals().stream().map(row -> FractalView.of(row, clock)).toList();
  }

  GoalView fractal(String rootId) {
    return queries.goals().tree(rootId, rootId).map(tree -> GoalView.tree(tree, clock))
        .orElseThrow(() -> PathIds.noFractal(rootId));
  }

  GoalView tree(String rootId, String goalId) {
    return queries.goals().tree(rootId, goalId).map(tree -> GoalView.tree(tree, clock))
        .orElseThrow(() -> noGoal(goalId));
  }

  GoalView flat(String rootId, String goalId) {
    return queries.goals().goal(rootId, goalId).map(row -> GoalView.flat(row, clock))
        .orElseThrow(() -> noGoal(goalId));
  }

  private static RuleViolation noGoal(String goalId) {
    return new RuleViolation(new Rule.IsUnknown(EntityRef.goal(goalId)));
  }
}
