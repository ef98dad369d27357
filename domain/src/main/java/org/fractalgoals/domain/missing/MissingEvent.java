package org.fractalgoals.domain.missing;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What an import finds to be missing. */
public sealed interface MissingEvent extends DomainEvent {

  /**
   * Something is referred to and is nowhere: a placeholder stands for it until the thing itself is imported. Changes
   * nothing where the thing is known already.
   *
   * @param thing what is missing; never a note
   * @param rootId the fractal
   * @param parent what it must stand under; null for what belongs to the fractal only, and where it is not known
   * @param owner whose stream it is part of: the session of an instance, the activity of a metric or split, the program
   *     of a block or day, else the thing itself
   */
  @StoredAs("thing.found-missing")
  record ThingFoundMissing(EntityRef thing, String rootId, @Nullable EntityRef parent,
      EntityRef owner, @Nullable Instant at) implements MissingEvent {

    /**
     * @throws IllegalArgumentException if things of this kind are never missing, have another owner or stand elsewhere
     */
    public ThingFoundMissing {
      if (owner.kind() != ownerOf(thing.kind()) || (!isPart(thing.kind()) && !owner.equals(thing))
          || !mayStandBelow(thing, parent, rootId)) {
        throw new IllegalArgumentException(
            "%s cannot be missing below %s of %s".formatted(thing, parent, owner));
      }
    }

    private static Kind ownerOf(Kind kind) {
      return switch (kind) {
        case INSTANCE -> Kind.SESSION;
        case METRIC, SPLIT -> Kind.ACTIVITY;
        case BLOCK, DAY -> Kind.PROGRAM;
        case GOAL, SESSION, ACTIVITY, GROUP, TEMPLATE, PROGRAM -> kind;
        case NOTE -> throw new IllegalArgumentException("nothing refers to a note");
      };
    }

    private static boolean isPart(Kind kind) {
      return ownerOf(kind) != kind;
    }

    private static boolean mayStandBelow(EntityRef thing, @Nullable EntityRef parent,
        String rootId) {
      return parent == null
          ? !isPart(thing.kind())
          : thing.kind().mayStandBelow(parent.kind()) && !thing.equals(EntityRef.goal(rootId));
    }

    /** Whether it is missing as a part of something that has the stream. */
    public boolean isPart() {
      return isPart(thing.kind());
    }

    @Override
    public String stream() {
      return owner.toString();
    }

    @Override
    public List<EntityChange> changes() {
      return List.of(new EntityChange.Presumed(thing, parent));
    }
  }
}
