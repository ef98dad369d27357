package org.fractalgoals.migration.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldKey;

/** Why nothing that a file says of a thing is taken: it, or what it is part of, was deleted or is somewhere else. */
final class Barriers {

  private final EntityRef whole;
  private final Facts current;
  private final Facts told;
  private final Function<EntityRef, Optional<Entity>> known;
  private final Map<EntityRef, Optional<Conflict>> found = new HashMap<>();

  /**
   * @param whole whose stream it is
   * @param told what the file tells
   */
  Barriers(EntityRef whole, Facts current, Facts told,
      Function<EntityRef, Optional<Entity>> known) {
    this.whole = whole;
    this.current = current;
    this.told = told;
    this.known = known;
  }

  /** What stands in the way of the thing; empty if nothing does. */
  Optional<Conflict> before(EntityRef thing) {
    var known = found.get(thing);
    if (known == null) {
      known = above(thing).or(() -> at(thing));
      found.put(thing, known);
    }
    return known;
  }

  private Optional<Conflict> above(EntityRef thing) {
    return thing.equals(whole)
        ? Optional.empty()
        : before((current.has(thing) ? current : told).parent(thing).orElse(whole));
  }

  private Optional<Conflict> at(EntityRef thing) {
    if (current.has(thing)) {
      return current.isDeleted(thing)
          ? Optional.of(new Conflict(thing, FieldKey.DELETED, false))
          : Optional.empty();
    }
    return known.apply(thing).filter(entity -> !entity.placeholder())
        .map(entity -> new Conflict(thing,
            entity.life() == Life.PURGED ? FieldKey.DELETED : columnOfWhole(thing.kind()), false));
  }

  /** The column that says what a part belongs to. */
  private static String columnOfWhole(Kind kind) {
    return switch (kind) {
      case INSTANCE -> "session_id";
      case METRIC, SPLIT -> "activity_id";
      case BLOCK -> "program_id";
      case DAY -> "block_id";
      case GOAL, SESSION, ACTIVITY, GROUP, TEMPLATE, PROGRAM, NOTE -> FieldKey.DELETED;
    };
  }
}
