package org.fractalgoals.domain.fact;

import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of one field.
 *
 * @param value null for none
 */
public record Fact(FieldKey key, @Nullable Object value) {

  /** The one value of a field. */
  public static Fact fact(EntityRef thing, String field, @Nullable Object value) {
    return new Fact(new FieldKey(thing, field), value);
  }

  /** One of several values of a field. */
  public static Fact fact(EntityRef thing, String field, String part, @Nullable Object value) {
    return new Fact(new FieldKey(thing, field, part), value);
  }
}
