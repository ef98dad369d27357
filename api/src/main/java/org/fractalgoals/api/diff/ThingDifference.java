package org.fractalgoals.api.diff;

import java.util.List;

import org.fractalgoals.api.audit.FieldValues;
import org.fractalgoals.domain.audit.ThingChange;
import org.fractalgoals.domain.audit.ThingChange.Happening;
import org.jspecify.annotations.Nullable;

/**
 * A thing that is not as it was.
 *
 * @param name null if it has none
 * @param happened what became of it
 */
record ThingDifference(String kind, String id, @Nullable String name, List<String> happened,
    List<FieldDifference> changes) {

  static ThingDifference of(ThingChange change, FieldValues values) {
    return new ThingDifference(change.thing().kind().code(), change.thing().id(), change.name(),
        change.happened().stream().map(Happening::code).toList(),
        change.changes().stream().map(field -> FieldDifference.of(field, values)).toList());
  }
}
