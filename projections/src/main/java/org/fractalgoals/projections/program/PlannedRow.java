package org.fractalgoals.projections.program;

import org.jspecify.annotations.Nullable;

/**
 * A session that is planned for a day.
 *
 * @param templateId null for an imported one without a template
 * @param templateName null where the template is deleted or not known
 * @param completionData JSON text of a legacy file; null for none
 */
public record PlannedRow(String id, String dayId, @Nullable String templateId,
    @Nullable String templateName, boolean completed, @Nullable String completionData) {}
