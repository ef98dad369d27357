package org.fractalgoals.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A field that has another value since an event.
 *
 * @param thing what it is a field of, as {@code kind/id}
 * @param field by the name of the column
 * @param part which of several values, such as the metric; absent where there is only one
 * @param before null for none
 * @param after null for none
 */
public record ChangeView(String thing, String field,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String part, @Nullable Object before,
    @Nullable Object after) {}
