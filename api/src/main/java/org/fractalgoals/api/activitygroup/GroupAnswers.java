package org.fractalgoals.api.activitygroup;

import java.util.List;

import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** Groups as the read model has them, in the form of the API. What is not there, or deleted, is a 404. */
public final class GroupAnswers {

  private final Queries queries;
  private final WallClockText clock;

  public GroupAnswers(Queries queries, WallClockText clock) {
    this.queries = queries;
    this.clock = clock;
  }

  List<GroupView> all(String rootId) {
    if (queries.goals().root(rootId).isEmpty()) {
      throw PathIds.noFractal(rootId);
    }
    return queries.groups().groups(rootId).stream().map(row -> GroupView.of(row, clock)).toList();
  }

  GroupView one(String rootId, String groupId) {
    return queries.groups().group(rootId, groupId).map(row -> GroupView.of(row, clock))
        .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(EntityRef.group(groupId))));
  }
}
