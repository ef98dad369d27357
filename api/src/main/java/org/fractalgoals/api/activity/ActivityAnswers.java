package org.fractalgoals.api.activity;

import java.util.List;

import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** Activities as the read model has them, in the form of the API. What is not there, or deleted, is a 404. */
public final class ActivityAnswers {

  private final Queries queries;
  private final WallClockText clock;

  public ActivityAnswers(Queries queries, WallClockText clock) {
    this.queries = queries;
    this.clock = clock;
  }

  List<ActivityView> all(String rootId) {
    if (queries.goals().root(rootId).isEmpty()) {
      throw PathIds.noFractal(rootId);
    }
    return queries.activities().activities(rootId).stream().map(row -> ActivityView.of(row, clock))
        .toList();
  }

  ActivityView one(String rootId, String activityId) {
    return queries.activities().activity(rootId, activityId)
        .map(row -> ActivityView.of(row, clock))
        .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(EntityRef.activity(activityId))));
  }
}
