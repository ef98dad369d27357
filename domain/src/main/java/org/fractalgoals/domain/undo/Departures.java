package org.fractalgoals.domain.undo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * What the action created or brought back goes, if nothing else would have to go along. What was created must be as it
 * was then: nobody's work is thrown away by undoing that of another.
 */
final class Departures {

  private final Given given;
  private final Set<EntityRef> created;
  private final Set<EntityRef> wanted = new LinkedHashSet<>();
  private final Map<EntityRef, Entity> going = new LinkedHashMap<>();
  private final Set<Entity> above = new LinkedHashSet<>();
  private final List<History> read = new ArrayList<>();

  private Departures(Given given) {
    this.given = given;
    this.created = given.action().created();
    wanted.addAll(PastAction.wholes(created));
    wanted.addAll(given.action().restored());
  }

  /**
   * @throws RuleViolation if something stands in the way
   */
  static Departures of(Given given) {
    var departures = new Departures(given);
    departures.find();
    return departures;
  }

  private void find() {
    var living = new ArrayList<Entity>();
    for (var ref : wanted) {
      var entity = given.entities().find(ref).orElseThrow();
      if (!entity.lives()) {
        throw given.obstacles().deleted(entity);
      }
      living.add(entity);
    }
    for (var entity : living) {
      if (entity.isRoot() || !wanted.contains(entity.place())) {
        take(entity);
      }
    }
    living.forEach(entity -> going.putIfAbsent(entity.ref(), entity));
    living.stream().filter(entity -> created.contains(entity.ref()))
        .forEach(this::requireAsCreated);
  }

  private void take(Entity top) {
    var lineage = given.entities().lineage(top.ref());
    given.obstacles().requireLiving(lineage);
    above.addAll(lineage);
    for (var entity : given.entities().cascade(top)) {
      if (!wanted.contains(entity.ref())) {
        throw new RuleViolation(new Rule.StandsBelow(entity.ref(), top.ref()));
      }
      going.put(entity.ref(), entity);
    }
  }

  private void requireAsCreated(Entity entity) {
    var history = History.of(entity.stream(), given);
    history.requireUnchanged(created, given.obstacles());
    read.add(history);
    requireNothingBelow(entity.ref(), created, given);
  }

  /** What has no deletion of its own there counts as well: notes, and whatever is part of it. */
  static void requireNothingBelow(EntityRef ref, Set<EntityRef> but, Given given) {
    for (var kind : Kind.values()) {
      if (kind.mayStandBelow(ref.kind())) {
        for (var child : given.entities().children(ref, kind)) {
          if (!but.contains(child.ref())) {
            throw new RuleViolation(new Rule.StandsBelow(child.ref(), ref));
          }
        }
      }
    }
  }

  /** The streams of what goes: nothing else is to happen to it. */
  Set<String> streams() {
    return going.values().stream().map(Entity::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }

  void into(Draft draft) {
    read.forEach(draft::reads);
    draft.sees(above);
    draft.sees(going.values());
    going.values().forEach(entity -> draft
        .add(given.lifecycles().of(entity.ref().kind()).deleted(entity, given.now())));
  }
}
