package org.fractalgoals.projections.goal;

import java.time.Instant;

/**
 * One visible fractal.
 *
 * @param updatedAt the latest change of anything visible in its tree
 */
public record FractalRow(String id, String type, String name, String description, Instant createdAt,
    Instant updatedAt) {}
