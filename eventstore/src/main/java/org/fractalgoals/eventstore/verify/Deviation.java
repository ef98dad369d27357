package org.fractalgoals.eventstore.verify;

import org.jspecify.annotations.Nullable;

/**
 * Where something that is kept beside the events does not say what the events say.
 *
 * @param what the thing or stream, and which part of it
 * @param kept what is kept; null if nothing is
 * @param fromEvents what the events say; null if nothing
 */
public record Deviation(String what, @Nullable String kept, @Nullable String fromEvents) {}
