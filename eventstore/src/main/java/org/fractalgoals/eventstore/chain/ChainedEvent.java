package org.fractalgoals.eventstore.chain;

import org.jspecify.annotations.Nullable;

/**
 * The columns of an event that its hash covers, in the order in which it covers them. Times in microseconds since
 * 1970-01-01T00:00:00Z.
 */
public record ChainedEvent(long position, String eventId, String stream, long sequence, String type,
    int revision, long recordedAt, long effectiveAt, String rootId, String actor, String source,
    String actionId, @Nullable String importId, @Nullable String causationId, byte[] digest) {}
