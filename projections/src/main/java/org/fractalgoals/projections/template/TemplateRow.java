package org.fractalgoals.projections.template;

import java.time.Instant;

/**
 * One visible template.
 *
 * @param data free JSON as it was sent; an imported text may be anything
 * @param version sequence of the last event of the template's stream
 */
public record TemplateRow(String id, String rootId, String name, String description, String data,
    Instant createdAt, Instant updatedAt, long version) {}
