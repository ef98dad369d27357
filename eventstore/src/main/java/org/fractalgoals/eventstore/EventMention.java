package org.fractalgoals.eventstore;

import java.time.Instant;

/**
 * By what an event is found again.
 *
 * @param type stable type name
 */
public record EventMention(long position, String type, Instant recordedAt, String eventId) {}
