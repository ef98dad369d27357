package org.fractalgoals.api.http;

import java.util.Optional;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * Judges the ids in the path of a command before its body is looked at. Asks the event store, which knows at once what
 * has been deleted, or the past that a request sees. Where a path may name a goal or a session, a goal with the id comes first.
 */
public final class PathIds {

  private final Lineages entities;

  public PathIds(Lineages entities) {
    this.entities = entities;
  }

  /**
   * @throws HttpProblem 404 unless the id is that of a live fractal
   */
  public void requireFractal(String rootId) {
    if (entities.find(EntityRef.goal(rootId)).filter(Entity::isThere).filter(Entity::isRoot)
        .isEmpty()) {
      throw noFractal(rootId);
    }
  }

  /**
   * The goal or session with this id.
   *
   * @throws RuleViolation unless it is visible in this fractal
   */
  public EntityRef requireNode(String rootId, String id) {
    return Presence.requireVisible(entities, node(rootId, id), rootId).ref();
  }

  /**
   * The goal or session with this id, in whichever fractal.
   *
   * @throws RuleViolation unless it is visible
   */
  public Entity requireNode(String id) {
    var session = EntityRef.session(id);
    return requireVisible(entities.known(EntityRef.goal(id)).isEmpty()
        && entities.known(session).isPresent() ? session : EntityRef.goal(id));
  }

  /**
   * The thing, in whichever fractal.
   *
   * @throws RuleViolation unless it is visible
   */
  public Entity requireVisible(EntityRef ref) {
    var found = entities.known(ref)
        .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(ref)));
    return Presence.requireVisible(entities, ref, found.rootId());
  }

  /** The goal or session with this id in the fractal, deleted or not; a goal if there is neither. */
  public EntityRef node(String rootId, String id) {
    var session = EntityRef.session(id);
    return !isIn(rootId, EntityRef.goal(id)) && isIn(rootId, session)
        ? session
        : EntityRef.goal(id);
  }

  /**
   * @throws RuleViolation unless the session is visible in this fractal
   */
  public void requireSession(String rootId, String sessionId) {
    Presence.requireVisible(entities, EntityRef.session(sessionId), rootId);
  }

  /**
   * @throws RuleViolation unless the instance is visible in this session of this fractal
   */
  public void requireInstance(String rootId, String sessionId, String instanceId) {
    requireSession(rootId, sessionId);
    var ref = EntityRef.instance(instanceId);
    var instance = Presence.requireVisible(entities, ref, rootId);
    if (!EntityRef.session(sessionId).equals(instance.parent())) {
      throw new RuleViolation(new Rule.IsUnknown(ref));
    }
  }

  /** The thing, deleted or not, in whichever fractal; a placeholder, too: its id is taken. */
  public Optional<Entity> find(EntityRef ref) {
    return entities.find(ref);
  }

  /**
   * An instance that may not exist yet.
   *
   * @return empty if the id was never used
   * @throws RuleViolation if it is not in this fractal, or not visible
   */
  public Optional<Entity> instanceIfAny(String rootId, String instanceId) {
    var ref = EntityRef.instance(instanceId);
    return entities.find(ref).map(known -> Presence.requireVisible(entities, ref, rootId));
  }

  /**
   * @throws RuleViolation unless the thing is visible in this fractal
   */
  public void requireVisible(String rootId, EntityRef ref) {
    Presence.requireVisible(entities, ref, rootId);
  }

  /** The thing, if it is visible in this fractal. */
  public Optional<Entity> visible(String rootId, EntityRef ref) {
    return entities.find(ref).filter(found -> found.rootId().equals(rootId))
        .filter(found -> entities.isVisible(ref));
  }

  /**
   * Judges what the body of a request refers to.
   *
   * @throws RuleViolation unless it is visible in this fractal
   */
  public void requireReference(String rootId, EntityRef ref) {
    Presence.requireReference(entities, ref, rootId);
  }

  private boolean isIn(String rootId, EntityRef ref) {
    return entities.known(ref, rootId).isPresent();
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

  /**
   * @throws RuleViolation unless the block is visible in this program of this fractal
   */
  public void requireBlock(String rootId, String programId, String blockId) {
    var block = EntityRef.block(blockId);
    Presence.requireVisible(entities, EntityRef.program(programId), rootId);
    Presence.requireVisible(entities, block, rootId);
    requirePart(block, EntityRef.program(programId));
  }

  /**
   * @throws RuleViolation unless the day is visible in this block of this program of this fractal
   */
  public void requireDay(String rootId, String programId, String blockId, String dayId) {
    var day = EntityRef.day(dayId);
    requireBlock(rootId, programId, blockId);
    Presence.requireVisible(entities, day, rootId);
    requirePart(day, EntityRef.block(blockId));
  }

  /**
   * @throws RuleViolation unless the thing, deleted or not, stands below that one
   */
  public void requirePart(EntityRef ref, EntityRef parent) {
    if (entities.find(ref).filter(part -> parent.equals(part.parent())).isEmpty()) {
      throw new RuleViolation(new Rule.IsUnknown(ref));
    }
  }

  /** The answer to a path that names no live fractal. */
  public static HttpProblem noFractal(String rootId) {
    return HttpProblem.notFound("There is no fractal \"%s\".".formatted(rootId));
  }
}
