package org.fractalgoals.domain.entity;

import org.jspecify.annotations.Nullable;

/**
 * What the event store itself knows of a thing, so that rules about sets of things hold inside the append.
 *
 * @param ref kind and id
 * @param rootId id of the fractal it belongs to; for a root goal its own id
 * @param parent what it stands under; null for a root goal and for what belongs to the fractal only
 * @param stream the stream its events are in
 * @param name the name as stored, compared byte for byte; null where names of this kind may repeat
 * @param sortOrder place among its siblings
 * @param createdAt the time that its row shows, microseconds since 1970-01-01T00:00:00Z; siblings of one place are
 *     ordered by it
 * @param life whether it lives, is deleted or is purged
 * @param deletedBy action id of the deletion; null unless deleted
 * @param placeholder stands for something that was referred to and never seen
 * @param exempt imported as it is although it breaks a rule: set rules do not see it
 */
public record Entity(EntityRef ref, String rootId, @Nullable EntityRef parent, String stream,
    @Nullable String name, long sortOrder, long createdAt, Life life, @Nullable String deletedBy,
    boolean placeholder, boolean exempt) {

  /** The three states of a thing that once existed. */
  public enum Life {
    LIVE, DELETED, PURGED
  }

  public boolean lives() {
    return life == Life.LIVE;
  }

  /** Whether nothing is left of it but its id. */
  public boolean isPurged() {
    return life == Life.PURGED;
  }

  /** Whether it lives and is no placeholder. */
  public boolean isThere() {
    return lives() && !placeholder;
  }

  /** What it stands under: its parent or, where it has none, the goal at the top of its fractal. */
  public EntityRef place() {
    return parent == null ? EntityRef.goal(rootId) : parent;
  }

  /** Whether this is the goal at the top of a fractal. */
  public boolean isRoot() {
    return ref.kind() == Kind.GOAL && ref.id().equals(rootId);
  }
}
