package org.fractalgoals.api.template;

import java.util.List;

import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** Templates as the read model has them, in the form of the API. What is not there, or deleted, is a 404. */
public final class TemplateAnswers {

  private final Queries queries;

  public TemplateAnswers(Queries queries) {
    this.queries = queries;
  }

  List<TemplateView> all(String rootId) {
    if (queries.goals().root(rootId).isEmpty()) {
      throw PathIds.noFractal(rootId);
    }
    return queries.templates().templates(rootId).stream().map(TemplateView::of).toList();
  }

  TemplateView one(String rootId, String templateId) {
    return queries.templates().template(rootId, templateId).map(TemplateView::of).orElseThrow(
        () -> new RuleViolation(new Rule.IsUnknown(EntityRef.template(templateId))));
  }
}
