package org.fractalgoals.api.conditional;

import java.util.Optional;

import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.eventstore.SqliteEventStore;

/** Tells the entity tags of things. */
final class EntityTags {

  private final SqliteEventStore store;
  private final Queries queries;

  EntityTags(SqliteEventStore store, Queries queries) {
    this.store = store;
    this.queries = queries;
  }

  /**
   * The tag of a thing for an answer that shows at least the events up to a position: the answer may be newer than its tag,
   * never older. Empty if the thing cannot be read.
   *
   * @param position one that the read model has reached
   */
  Optional<EntityTag> of(Entity thing, long position) {
    return queries.versions().version(thing.ref()).map(version -> new EntityTag(version,
        store.lastPositionOf(thing.rootId(), position)));
  }

  /** The tag of what is about all fractals. */
  static EntityTag ofAll(long position) {
    return new EntityTag(0, position);
  }
}
