package org.fractalgoals.migration;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityChange.Added;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.migration.graph.Known;
import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.LegacyEvent;
import org.jspecify.annotations.Nullable;

/** What there is in the store by now, and placeholders for what should be. */
final class Things {

  private final LegacyGraph graph;
  private final Known known;
  private final Writing writing;
  private final Set<EntityRef> instances = new HashSet<>();
  private final Map<EntityRef, String> presumed = new HashMap<>();

  Things(LegacyGraph graph, Known known, Writing writing) {
    this.graph = graph;
    this.known = known;
    this.writing = writing;
  }

  /** Whether there is such a thing, be it a placeholder. */
  boolean isThere(EntityRef ref) {
    return presumed.containsKey(ref) || (ref.kind() == Kind.INSTANCE
        ? instances.contains(ref)
        : graph.isWritten(ref)) || known.find(ref).isPresent();
  }

  /** Takes note of instances that an event brings into being and notes are about. */
  void add(DomainEvent event) {
    for (var change : event.changes()) {
      if (change instanceof Added added && graph.isNoted(added.ref())) {
        instances.add(added.ref());
      }
    }
  }

  /** The fractal of a thing that has a history of its own and is there. */
  String rootOf(EntityRef ref) {
    return known.find(ref).map(Entity::rootId)
        .or(() -> Optional.ofNullable(presumed.get(ref))).or(() -> graph.rootOf(ref))
        .orElseThrow();
  }

  /**
   * Lets a placeholder stand for a thing, and for what that needs.
   *
   * @param rootId the fractal of what refers to it
   * @param owner of what it is a part; null for a thing with a history of its own
   * @param at when it is first referred to
   */
  void presume(EntityRef ref, String rootId, @Nullable EntityRef owner, Instant at) {
    var root = EntityRef.goal(rootId);
    presume(root, rootId, null, root, at);
    if (owner == null) {
      presume(ref, rootId, ref.kind() == Kind.GOAL && !ref.equals(root) ? root : null, ref, at);
    } else {
      presume(owner, rootId, null, owner, at);
      presume(ref, rootOf(owner), owner, owner, at);
    }
  }

  private void presume(EntityRef ref, String rootId, @Nullable EntityRef parent, EntityRef owner,
      Instant at) {
    if (!isThere(ref)) {
      writing.append(new LegacyEvent(new ThingFoundMissing(ref, rootId, parent, owner, at), at,
          List.of(), null), rootId);
      presumed.put(ref, rootId);
    }
  }
}
