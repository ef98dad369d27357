package org.fractalgoals.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Source;
import org.jspecify.annotations.Nullable;

/**
 * A committed event with all that is known of it.
 *
 * @param position place in the order of commits
 * @param stream such as {@code goal/0197…}
 * @param sequence place in its stream, from 0
 * @param type stable type name
 * @param recordedAt when it was stored
 * @param effectiveAt business time as the store orders it
 * @param rootId id of the fractal, or {@link org.fractalgoals.domain.event.Envelope#SYSTEM_ROOT}
 * @param actor who acted
 * @param source through which door
 * @param actionId the action it belongs to
 * @param importId the run of the import; null for a live event
 * @param causationId id of the event that caused this one; null for the first of an action
 * @param flags how an imported fact was interpreted; empty for live events
 * @param annotations further facts that were kept beside it
 * @param payload what happened; null if it was purged
 * @param purgedBy position of the event that purged it; null if it was not purged
 */
public record AuditedEvent(long position, String eventId, String stream, long sequence,
    String type, Instant recordedAt, Instant effectiveAt, String rootId, String actor,
    Source source, String actionId, @Nullable String importId, @Nullable String causationId,
    List<String> flags, Map<String, Object> annotations, @Nullable DomainEvent payload,
    @Nullable Long purgedBy) {

  public AuditedEvent {
    flags = List.copyOf(flags);
    annotations = Map.copyOf(annotations);
  }
}
