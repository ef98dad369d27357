package org.fractalgoals.eventstore.lookup;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.Entity.Life;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityChange.Added;
import org.fractalgoals.domain.entity.EntityChange.Conformed;
import org.fractalgoals.domain.entity.EntityChange.Deleted;
import org.fractalgoals.domain.entity.EntityChange.Moved;
import org.fractalgoals.domain.entity.EntityChange.Presumed;
import org.fractalgoals.domain.entity.EntityChange.Purged;
import org.fractalgoals.domain.entity.EntityChange.Renamed;
import org.fractalgoals.domain.entity.EntityChange.Reordered;
import org.fractalgoals.domain.entity.EntityChange.Restored;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.jspecify.annotations.Nullable;

/** Applies what an event says of a thing to the entity table. */
public final class EntityUpdate {

  /**
   * The event that brings the change.
   *
   * @param imported whether it is an imported fact
   * @param flags how an imported fact was interpreted
   * @param time the time that a row takes from it, microseconds since 1970-01-01T00:00:00Z; asked for where it matters
   */
  public record Context(String rootId, String stream, String actionId, boolean imported,
      List<String> flags, Time time) {}

  /** Tells a time. */
  @FunctionalInterface
  public interface Time {
    long micros() throws SQLException;
  }

  private static final Set<Life> LIVE = EnumSet.of(Life.LIVE);
  private static final Set<Life> DELETED = EnumSet.of(Life.DELETED);

  /** What comes back under another name gets that name first. */
  private static final Set<Life> NOT_PURGED = EnumSet.of(Life.LIVE, Life.DELETED);

  private final EntityTable table;

  public EntityUpdate(EntityTable table) {
    this.table = table;
  }

  /**
   * @return the thing as it is now
   * @throws RuleViolation if a new thing takes an id that was used, or a thing would stand below itself
   * @throws StaleDecision if the thing is not in the state that the change starts from
   */
  public Entity apply(EntityChange change, Context context) throws SQLException {
    return switch (change) {
      case Added added -> add(added, context);
      case Presumed presumed -> presume(presumed, context);
      case Renamed(var ref, var name) -> save(
          renamed(expect(change, NOT_PURGED, context), name, context));
      case Moved moved -> move(moved, context);
      case Reordered(var ref, var sortOrder) -> save(
          placed(expect(change, LIVE, context), sortOrder));
      case Deleted(var ref) -> saveLife(
          deleted(expect(change, LIVE, context), context.actionId()));
      case Restored(var ref) -> saveLife(restored(expect(change, DELETED, context)));
      case Conformed(var ref) -> save(conformed(expect(change, LIVE, context), context));
      case Purged purged -> purge(purged, context);
    };
  }

  private Entity add(Added added, Context context) throws SQLException {
    var entity = new Entity(added.ref(), context.rootId(), added.parent(), context.stream(),
        added.name(), added.sortOrder(), context.time().micros(), Life.LIVE, null, false,
        Imported.breaksRule(context.flags()));
    if (!table.insert(entity)) {
      if (!isFilledBy(context, table.find(added.ref()).orElseThrow())) {
        throw new RuleViolation(new Rule.IdIsTaken(added.ref()));
      }
      table.update(entity);
    }
    requireStanding(added.ref(), added.parent(), context);
    if (added.parent() != null && wouldStandBelowItself(added.ref(), added.parent())) {
      throw new RuleViolation(new Rule.MoveMakesACycle(added.ref(), added.parent()));
    }
    return entity;
  }

  private static boolean isFilledBy(Context context, Entity present) {
    return present.placeholder() && context.imported()
        && present.rootId().equals(context.rootId());
  }

  private Entity presume(Presumed presumed, Context context) throws SQLException {
    var entity = new Entity(presumed.ref(), context.rootId(), presumed.parent(),
        context.stream(), null, 0, context.time().micros(), Life.LIVE, null, true, false);
    if (!table.insert(entity)) {
      return table.find(presumed.ref()).orElseThrow();
    }
    if (presumed.parent() != null) {
      requireStanding(presumed.ref(), presumed.parent(), context);
    }
    return entity;
  }

  /** Only a goal can be a root, and a root stands below nothing; the rest stands where its kind may stand. */
  private static void requireStanding(EntityRef ref, @Nullable EntityRef parent, Context context) {
    var isRoot = ref.equals(EntityRef.goal(context.rootId()));
    var stands = parent == null
        ? isRoot || ref.kind() != Kind.GOAL
        : !isRoot && ref.kind().mayStandBelow(parent.kind());
    if (!stands) {
      throw new IllegalArgumentException("%s cannot stand below %s in the fractal %s".formatted(
          ref, parent == null ? "nothing" : parent, context.rootId()));
    }
  }

  /** Possible where something that refers to the new thing was imported before it. */
  private boolean wouldStandBelowItself(EntityRef ref, EntityRef parent) throws SQLException {
    return ref.kind().nests() && table.isAtOrBelow(parent, ref);
  }

  private Entity move(Moved moved, Context context) throws SQLException {
    var entity = expect(moved, LIVE, context);
    requireStanding(moved.ref(), moved.parent(), context);
    if (wouldStandBelowItself(moved.ref(), moved.parent())) {
      throw new RuleViolation(new Rule.MoveMakesACycle(moved.ref(), moved.parent()));
    }
    return save(new Entity(entity.ref(), entity.rootId(), moved.parent(), entity.stream(),
        entity.name(), moved.sortOrder(), entity.createdAt(), entity.life(), entity.deletedBy(),
        entity.placeholder(),
        entity.exempt()));
  }

  /** Whatever it was before, the same is left of it: so a purged history leads to the same as one that was purged later. */
  private Entity purge(Purged purged, Context context) throws SQLException {
    var entity = new Entity(purged.ref(), context.rootId(), purged.whole(), context.stream(), null,
        0, context.time().micros(), Life.PURGED, null, false, false);
    return table.insert(entity) ? entity : save(entity);
  }

  private Entity expect(EntityChange change, Set<Life> lives, Context context)
      throws SQLException {
    var entity = table.find(change.ref())
        .filter(found -> lives.contains(found.life()) && !found.placeholder())
        .orElseThrow(() -> new StaleDecision(change.ref() + " is no longer " + lives));
    if (!entity.rootId().equals(context.rootId())) {
      throw new IllegalArgumentException("%s belongs to the fractal %s, not to %s".formatted(
          change.ref(), entity.rootId(), context.rootId()));
    }
    return entity;
  }

  private Entity save(Entity entity) throws SQLException {
    table.update(entity);
    return entity;
  }

  private Entity saveLife(Entity entity) throws SQLException {
    table.updateLife(entity);
    return entity;
  }

  private static Entity renamed(Entity e, String name, Context context) {
    return new Entity(e.ref(), e.rootId(), e.parent(), e.stream(), name, e.sortOrder(),
        e.createdAt(), e.life(),
        e.deletedBy(), e.placeholder(), Imported.breaksRule(context.flags()));
  }

  private static Entity placed(Entity e, long sortOrder) {
    return new Entity(e.ref(), e.rootId(), e.parent(), e.stream(), e.name(), sortOrder,
        e.createdAt(), e.life(),
        e.deletedBy(), e.placeholder(), e.exempt());
  }

  private static Entity deleted(Entity e, String actionId) {
    return new Entity(e.ref(), e.rootId(), e.parent(), e.stream(), e.name(), e.sortOrder(),
        e.createdAt(), Life.DELETED, actionId, e.placeholder(), e.exempt());
  }

  private static Entity restored(Entity e) {
    return new Entity(e.ref(), e.rootId(), e.parent(), e.stream(), e.name(), e.sortOrder(),
        e.createdAt(), Life.LIVE, null, e.placeholder(), e.exempt());
  }

  private static Entity conformed(Entity e, Context context) {
    return new Entity(e.ref(), e.rootId(), e.parent(), e.stream(), e.name(), e.sortOrder(),
        e.createdAt(), e.life(), e.deletedBy(), e.placeholder(),
        Imported.breaksRule(context.flags()));
  }
}
