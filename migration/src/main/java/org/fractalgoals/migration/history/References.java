package org.fractalgoals.migration.history;

import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;

/** What there is to refer to. */
public interface References {

  /** Whether the file, or the store from an earlier import or by a person, has the thing itself, not a placeholder. */
  boolean knows(EntityRef ref);

  /**
   * What a thing of the file stands under: the session of an instance, the activity of a metric or split, the goal or
   * session above a goal or session. Empty if the file does not have it, or it stands under nothing.
   */
  Optional<EntityRef> parentOf(EntityRef ref);
}
