package org.fractalgoals.migration.merge;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of one field.
 *
 * @param value null for none
 */
record Fact(Key key, @Nullable Object value) {

  /** Columns that other stages have under another name. */
  private static final String DATA = "attributes";
  private static final String OLD_DATA = "session_data";

  static Fact fact(EntityRef thing, String field, @Nullable Object value) {
    return new Fact(new Key(thing, field), value);
  }

  /** One of several values of a field. */
  static Fact fact(EntityRef thing, String field, String part, @Nullable Object value) {
    return new Fact(new Key(thing, field, part), value);
  }

  /** Whether this is only what stands for a column that the row does not have. */
  boolean isMadeUpFor(LegacyRow row) {
    return isUsual() && row.value(key.field()) == null
        && !(key.field().equals(DATA) && row.value(OLD_DATA) != null);
  }

  private boolean isUsual() {
    return switch (value) {
      case null -> true;
      case Boolean flag -> true;
      case String text -> text.isEmpty();
      case Long number -> number == 0;
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }
}
