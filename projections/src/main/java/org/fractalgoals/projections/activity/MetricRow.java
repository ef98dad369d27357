package org.fractalgoals.projections.activity;

/**
 * A metric of an activity.
 *
 * @param unit what its values are in
 * @param topSet whether the best set is the one with the best value of it
 * @param multiplicative whether it takes part when metrics are multiplied
 * @param allowNegative whether values below zero make sense
 */
public record MetricRow(String id, String activityId, String name, String unit, boolean topSet,
    boolean multiplicative, boolean allowNegative) {}
