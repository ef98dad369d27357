package org.fractalgoals.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.entity.Kind.NameScope;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.LegacyEvent;
import org.jspecify.annotations.Nullable;

/** Flags what takes a name that something else alive has in the same scope. The first has it. */
final class Names {

  /** Where a name is unique. */
  private record Scope(Kind kind, String id) {}

  private record Claim(Scope scope, String name) {}

  private final Optional<Entities> stored;
  private final Map<Scope, Set<String>> taken = new HashMap<>();
  private final Map<Scope, Set<String>> takenByParts = new HashMap<>();
  private final Map<EntityRef, Claim> claims = new HashMap<>();
  private final Map<EntityRef, Claim> storedClaims = new HashMap<>();

  /**
   * @param stored what the store knows from before; empty if nothing
   */
  Names(Optional<Entities> stored) {
    this.stored = stored;
  }

  LegacyEvent judge(LegacyEvent event, String rootId) {
    var flags = new ArrayList<>(event.flags());
    for (var change : event.event().changes()) {
      var scope = scope(change.ref(), event.event(), rootId);
      switch (change) {
        case EntityChange.Added added -> claim(added.ref(), scope, added.name(), flags);
        case EntityChange.Renamed renamed -> {
          release(renamed.ref());
          claim(renamed.ref(), scope, renamed.name(), flags);
        }
        case EntityChange.Deleted deleted -> release(deleted.ref());
        default -> {
          // is about no name
        }
      }
    }
    return flags.size() == event.flags().size()
        ? event
        : new LegacyEvent(event.event(), event.effectiveAt(), flags, event.row());
  }

  /** A part has its name in the thing whose stream it is in. */
  private static Scope scope(EntityRef ref, DomainEvent event, String rootId) {
    return new Scope(ref.kind(), ref.kind().nameScope() == NameScope.PARENT
        ? event.stream().substring(event.stream().indexOf('/') + 1)
        : rootId);
  }

  private void claim(EntityRef ref, Scope scope, @Nullable String name, List<String> flags) {
    if (name == null || ref.kind().nameScope() == NameScope.NONE) {
      return;
    }
    if (names(scope).add(name)) {
      claims.put(ref, new Claim(scope, name));
    } else {
      flags.add(Flags.DUPLICATE_NAME);
    }
  }

  /** What a unit has claimed it alone can give back; names of parts matter to nobody else. */
  void endOfUnit() {
    claims.clear();
    takenByParts.clear();
  }

  private void release(EntityRef ref) {
    var own = claims.remove(ref);
    var claim = own == null ? storedClaims.remove(ref) : own;
    if (claim != null) {
      names(claim.scope()).remove(claim.name());
    }
  }

  private Set<String> names(Scope scope) {
    return (scope.kind().nameScope() == NameScope.PARENT ? takenByParts : taken)
        .computeIfAbsent(scope, this::storedNames);
  }

  private Set<String> storedNames(Scope scope) {
    var names = new HashSet<String>();
    for (Entity entity : stored.map(entities -> storedThings(entities, scope)).orElse(List.of())) {
      if (entity.name() != null && !entity.exempt() && names.add(entity.name())) {
        storedClaims.put(entity.ref(), new Claim(scope, entity.name()));
      }
    }
    return names;
  }

  private static List<Entity> storedThings(Entities entities, Scope scope) {
    return scope.kind().nameScope() == NameScope.PARENT
        ? entities.children(EntityRef.activity(scope.id()), scope.kind())
        : entities.live(scope.id(), scope.kind());
  }
}
