package org.fractalgoals.eventstore;

import java.time.Instant;
import java.util.Map;

import org.fractalgoals.domain.event.DomainEvent;

/** A committed event as an aggregate is loaded from it, in its current shape. */
public record StreamEvent(long position, String eventId, String stream, long sequence, String type,
    Instant recordedAt, String rootId, String actor, String source, String actionId,
    Map<String, Object> metadata, DomainEvent payload) {}
