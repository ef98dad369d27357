package org.fractalgoals.projections.session;

import org.jspecify.annotations.Nullable;

/**
 * The value of a metric in an instance.
 *
 * @param metricName null if the metric, or its activity, is deleted
 * @param unit null if the metric, or its activity, is deleted
 * @param splitId null for the whole instance
 * @param splitName null if there is no split, or it, or its activity, is deleted
 */
public record ValueRow(String id, String metricId, @Nullable String metricName,
    @Nullable String unit, @Nullable String splitId, @Nullable String splitName, double value) {}
