package org.fractalgoals.projections.engine;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/**
 * Why a projection stopped. All events before the position are applied, this one and those after it are not.
 *
 * @param position position of the event that could not be applied
 * @param eventType its stable type name; null if the store did not even hand it out
 * @param reason what went wrong, for people
 */
public record ProjectionFailure(long position, @Nullable String eventType, String reason) {

  /** Of a batch of one event. */
  static ProjectionFailure of(EventBatch batch, Throwable cause) {
    var type = batch.events().isEmpty() ? null : batch.events().getFirst().type();
    return new ProjectionFailure(batch.last().position(), type, reason(cause));
  }

  static ProjectionFailure of(RecordedEvent event, Throwable cause) {
    return new ProjectionFailure(event.position(), event.type(), reason(cause));
  }

  static ProjectionFailure ofReading(long after, Throwable cause) {
    return cause instanceof UnreadableEvent unreadable
        ? new ProjectionFailure(unreadable.position(), unreadable.type(), reason(cause))
        : new ProjectionFailure(after + 1, null, reason(cause));
  }

  private static String reason(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** One sentence that names event and reason. */
  public String sentence() {
    return "The read model stopped before event %d%s: %s".formatted(position,
        eventType == null ? "" : " (" + eventType + ")", reason);
  }
}
