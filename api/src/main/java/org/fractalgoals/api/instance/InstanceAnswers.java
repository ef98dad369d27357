package org.fractalgoals.api.instance;

import java.util.List;

import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** Activity instances as the read model has them. What is not there, or deleted, is a 404. */
public final class InstanceAnswers {

  private final Queries queries;

  public InstanceAnswers(Queries queries) {
    this.queries = queries;
  }

  List<InstanceView> ofFractal(String rootId) {
    return queries.instances().ofFractal(rootId).stream().map(InstanceView::of).toList();
  }

  List<InstanceView> ofSession(String rootId, String sessionId) {
    return queries.instances().ofSession(rootId, sessionId).stream().map(InstanceView::of)
        .toList();
  }

  InstanceView one(String rootId, String instanceId) {
    return queries.instances().instance(rootId, instanceId).map(InstanceView::of).orElseThrow(
        () -> new RuleViolation(new Rule.IsUnknown(EntityRef.instance(instanceId))));
  }
}
