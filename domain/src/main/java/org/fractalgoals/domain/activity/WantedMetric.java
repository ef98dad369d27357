package org.fractalgoals.domain.activity;

import org.jspecify.annotations.Nullable;

/**
 * A metric as an activity is to have it.
 *
 * @param id of a metric that the activity has or had; null, or an id it never had, for whichever has the name and the
 *     unit, else a new one
 * @param name a metric without one (null or empty) is left out
 * @param unit what its values are in; a metric without one (null or empty) is left out
 * @param topSet whether the best set is the one with the best value of it
 * @param multiplicative whether it takes part when metrics are multiplied
 * @param allowNegative whether values below zero make sense; null for as before, not at first
 */
public record WantedMetric(@Nullable String id, @Nullable String name, @Nullable String unit,
    boolean topSet, boolean multiplicative, @Nullable Boolean allowNegative) {}
