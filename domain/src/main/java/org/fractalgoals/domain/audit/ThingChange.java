package org.fractalgoals.domain.audit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What sets a thing at one moment apart from the same thing at an earlier one.
 *
 * @param name what it is called, or was called in the end; null if things of its kind have no name
 * @param happened at least one, in their order
 * @param changes the fields that have another value; of a thing that was not there before, all that have one
 */
public record ThingChange(EntityRef thing, @Nullable String name, Set<Happening> happened,
    List<FieldChange> changes) {

  /** What became of a thing. */
  public enum Happening {
    CREATED, CHANGED, DELETED, RESTORED;

    /** Such as {@code created}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ThingChange {
    happened = Collections.unmodifiableSet(EnumSet.copyOf(happened));
    changes = List.copyOf(changes);
  }
}
