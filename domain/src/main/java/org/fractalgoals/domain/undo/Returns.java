package org.fractalgoals.domain.undo;

import java.util.ArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** What the action deleted comes back, all of it. */
final class Returns {

  private Returns() {}

  static void into(Draft draft, Given given) {
    var deleted = given.action().deleted();
    if (deleted.isEmpty()) {
      return;
    }
    var inTrash = given.entities().deletedBy(given.action().actionId()).stream()
        .collect(Collectors.toMap(Entity::ref, Function.identity()));
    var members = new ArrayList<Entity>();
    for (var ref : deleted) {
      var member = inTrash.get(ref);
      if (member == null) {
        throw given.obstacles().notDeleted(given.entities().find(ref).orElseThrow());
      }
      members.add(member);
    }
    requirePlace(members.getFirst(), given);
    members.forEach(member -> draft
        .add(given.lifecycles().of(member.ref().kind()).restored(member, given.now())));
    draft.sees(members);
  }

  private static void requirePlace(Entity top, Given given) {
    var above = top.isRoot() ? null : given.entities().highestDeleted(top.place());
    if (above != null) {
      throw new RuleViolation(new Rule.ParentIsStillDeleted(top.ref(), above.ref()));
    }
  }
}
