package org.fractalgoals.domain.entity;

import org.jspecify.annotations.Nullable;

/**
 * What an event changes in the lookup of entities. The store applies the changes of all events of one append and
 * then checks the set rules, all inside the append.
 */
public sealed interface EntityChange {

  EntityRef ref();

  /**
   * A thing comes into being; its id must not have been used by its kind before. An imported one takes the place of the
   * placeholder that stands for it in its fractal.
   */
  record Added(EntityRef ref, @Nullable EntityRef parent, @Nullable String name, long sortOrder)
      implements
        EntityChange {}

  /** A thing is referred to that was never seen: a placeholder stands for it. Nothing where it is known. */
  record Presumed(EntityRef ref, @Nullable EntityRef parent) implements EntityChange {}

  /** A thing gets another name; where it is deleted, the same append brings it back. */
  record Renamed(EntityRef ref, String name) implements EntityChange {}

  /** A live thing gets another parent, and a place among its new siblings. */
  record Moved(EntityRef ref, EntityRef parent, long sortOrder) implements EntityChange {}

  /** A live thing gets another place among its siblings. */
  record Reordered(EntityRef ref, long sortOrder) implements EntityChange {}

  /** A live thing is deleted by the action of its event. */
  record Deleted(EntityRef ref) implements EntityChange {}

  /** A deleted thing lives again. */
  record Restored(EntityRef ref) implements EntityChange {}

  /** What was imported as it is breaks no rule any more. */
  record Conformed(EntityRef ref) implements EntityChange {}

  /**
   * A thing is erased for good. Nothing is kept but its id.
   *
   * @param whole what it was a part of; null unless it was a part
   */
  record Purged(EntityRef ref, @Nullable EntityRef whole) implements EntityChange {}
}
