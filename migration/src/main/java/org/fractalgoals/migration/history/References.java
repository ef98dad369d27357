package org.fractalgoals.migration.history;

import java.util.List;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.legacy.LegacyRow;

/** What there is to refer to. */
public interface References {

  /** Whether the file, or the store from an earlier import or by a person, has the thing itself, not a placeholder. */
  boolean knows(EntityRef ref);

  /**
   * What a thing of the file stands under: the session of an instance, the activity of a metric or split, the goal or
   * session above a goal or session. Empty if the file does not have it, or it stands under nothing.
   */
  Optional<EntityRef> parentOf(EntityRef ref);

  /** Whether the row has an id that can be used, and no earlier row of its table has the same. */
  boolean isFirst(LegacyRow row);

  /**
   * How what a row says of its root compares to the root it got from what it belongs to: no flag if it is the same, or
   * the table has no such column.
   */
  List<String> rootFlags(LegacyRow row, String rootId);
}
