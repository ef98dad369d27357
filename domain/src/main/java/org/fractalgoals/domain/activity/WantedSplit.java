package org.fractalgoals.domain.activity;

import org.jspecify.annotations.Nullable;

/**
 * A split as an activity is to have it.
 *
 * @param id of a split that the activity has or had; null, or an id it never had, for a new one
 * @param name a split without one (null or empty) is left out
 */
public record WantedSplit(@Nullable String id, @Nullable String name) {}
