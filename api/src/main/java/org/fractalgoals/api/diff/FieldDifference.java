package org.fractalgoals.api.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    @Nullable Object after) {}
