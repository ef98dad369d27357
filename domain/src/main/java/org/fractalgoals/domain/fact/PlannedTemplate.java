package org.fractalgoals.domain.fact;

import org.jspecify.annotations.Nullable;

/**
 * What is planned for a day; by whose hand does not matter.
 *
 * @param templateId what it is to be begun from; null only where imported
 * @param completed whether it was held, as a legacy file says
 * @param data canonical JSON of a legacy file; null for none
 * @param sortOrder place among what is planned for the day
 */
public record PlannedTemplate(@Nullable String templateId, boolean completed,
    @Nullable String data, long sortOrder) {}
