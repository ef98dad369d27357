package org.fractalgoals.migration.merge;

import org.fractalgoals.domain.entity.EntityRef;

/**
 * A field of a thing.
 *
 * @param field by the name of the legacy column
 * @param part which of several values the field has, such as the goal of a link; empty where there is only one
 */
record Key(EntityRef thing, String field, String part) {

  static final String DELETED = "deleted_at";
  static final String UPDATED = "updated_at";

  Key(EntityRef thing, String field) {
    this(thing, field, "");
  }

  boolean isDeletion() {
    return field.equals(DELETED);
  }

  boolean isUpdate() {
    return field.equals(UPDATED);
  }
}
