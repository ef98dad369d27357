package org.fractalgoals.api.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param name what it is called now; null if it has no name, or none any more
 */
public record ThingView(String kind, String id, @Nullable String name) {}
