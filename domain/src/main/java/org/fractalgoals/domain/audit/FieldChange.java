package org.fractalgoals.domain.audit;

import org.fractalgoals.domain.fact.FieldKey;
import org.jspecify.annotations.Nullable;

/**
 * A field that an event gave another value.
 *
 * @param before null for none
 * @param after null for none
 */
public record FieldChange(FieldKey key, @Nullable Object before, @Nullable Object after) {}
