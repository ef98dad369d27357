package org.fractalgoals.domain.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A committed event as projections see it.
 *
 * @param position place in the order of commits, from 1, without gaps, never reused
 * @param eventId unique over all events
 * @param type stable type name
 * @param sequence place in its stream, from 0
 * @param rootId id of the fractal, or {@link Envelope#SYSTEM_ROOT}
 * @param actionId the action it belongs to
 * @param effectiveAt business time as the store orders it
 * @param flags how an imported fact was interpreted; empty for live events
 * @param payload what happened, in its current shape
 */
public record RecordedEvent(long position, String eventId, String type, long sequence,
    String rootId,
    String actionId, Instant effectiveAt, List<String> flags, DomainEvent payload) {

  /** The time a row takes from this event: that of the payload where it is known. */
  public Instant time() {
    return Objects.requireNonNullElse(payload.at(), effectiveAt);
  }
}
