package org.fractalgoals.api.http;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Presence;

/**
 * Judges the ids in the path of a command before its body is looked at. Asks the event store, which knows at once what
 * has been deleted.
 */
public final class PathIds {

  private final Entities entities;

  public PathIds(Entities entities) {
    this.entities = entities;
  }

  /**
   * @throws HttpProblem 404 unless the id is that of a live fractal
   */
  public void requireFractal(String rootId) {
    if (entities.find(EntityRef.goal(rootId)).filter(Entity::lives).filter(Entity::isRoot)
        .isEmpty()) {
      throw noFractal(rootId);
    }
  }

  /**
   * @throws org.fractalgoals.domain.rule.RuleViolation unless the goal is visible in this fractal
   */
  public void requireGoal(String rootId, String goalId) {
    Presence.requireVisible(entities, EntityRef.goal(goalId), rootId);
  }

  /**
   * @throws org.fractalgoals.domain.rule.RuleViolation unless the template is visible in this fractal
   */
  public void requireTemplate(String rootId, String templateId) {
    Presence.requireVisible(entities, EntityRef.template(templateId), rootId);
  }

  /**
   * @throws org.fractalgoals.domain.rule.RuleViolation unless the activity is visible in this fractal
   */
  public void requireActivity(String rootId, String activityId) {
    Presence.requireVisible(entities, EntityRef.activity(activityId), rootId);
  }

  /**
   * @throws org.fractalgoals.domain.rule.RuleViolation unless the group is visible in this fractal
   */
  public void requireGroup(String rootId, String groupId) {
    Presence.requireVisible(entities, EntityRef.group(groupId), rootId);
  }

  /** The answer to a path that names no live fractal. */
  public static HttpProblem noFractal(String rootId) {
    return HttpProblem.notFound("There is no fractal \"%s\".".formatted(rootId));
  }
}
