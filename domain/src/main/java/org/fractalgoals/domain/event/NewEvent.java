package org.fractalgoals.domain.event;

/**
 * An event to be appended.
 *
 * @param eventId unique over all events
 * @param sequence its place in its stream, from 0; {@link #NEXT} for whatever comes next
 * @param payload what happened
 * @param envelope everything else
 */
public record NewEvent(String eventId, long sequence, DomainEvent payload, Envelope envelope) {

  /** The next free place of the stream, whoever wrote to it meanwhile. */
  public static final long NEXT = -1;

  /** The same, caused by another event. */
  public NewEvent causedBy(String cause) {
    return new NewEvent(eventId, sequence, payload, envelope.causedBy(cause));
  }
}
