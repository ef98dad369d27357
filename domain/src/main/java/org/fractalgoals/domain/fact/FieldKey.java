package org.fractalgoals.domain.fact;

import org.fractalgoals.domain.entity.EntityRef;

/**
 * A field of a thing.
 *
 * @param field by the name of the legacy column
 * @param part which of several values the field has, such as the goal of a link; empty where there is only one
 */
public record FieldKey(EntityRef thing, String field, String part) {

  public static final String DELETED = "deleted_at";
  public static final String UPDATED = "updated_at";

  public FieldKey(EntityRef thing, String field) {
    this(thing, field, "");
  }

  public boolean isDeletion() {
    return field.equals(DELETED);
  }

  public boolean isUpdate() {
    return field.equals(UPDATED);
  }
}
