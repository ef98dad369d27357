package org.fractalgoals.api.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.fractalgoals.api.audit.FieldValues;
import org.fractalgoals.domain.audit.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * A field that has another value.
 *
 * @param part which of several values it is; absent where there is only one
 * @param before null for none
 * @param after null for none
 */
record FieldDifference(String field,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String part, @Nullable Object before,
    @Nullable Object after) {

  static FieldDifference of(FieldChange change, FieldValues values) {
    var key = change.key();
    return new FieldDifference(key.field(), key.part().isEmpty() ? null : key.part(),
        values.json(change.before()), values.json(change.after()));
  }
}
