package org.fractalgoals.domain.trash;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;

/** Finds the thing whose deletion was asked for among all that one action deleted. */
final class DeletionTop {

  private DeletionTop() {}

  /** The root of the fractal if it is among them, else the one whose parent is not. */
  static Entity of(Collection<Entity> members) {
    Set<EntityRef> refs = members.stream().map(Entity::ref).collect(Collectors.toSet());
    return members.stream().filter(Entity::isRoot).findFirst()
        .or(() -> members.stream()
            .filter(member -> member.parent() == null || !refs.contains(member.parent()))
            .findFirst())
        .orElseThrow(() -> new IllegalStateException("a deletion without a top: " + refs));
  }
}
