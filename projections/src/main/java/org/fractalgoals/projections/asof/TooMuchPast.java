package org.fractalgoals.projections.asof;

/** A part of the history is too long to be shown. Carries no stack trace: it is an answer, not a fault. */
public final class TooMuchPast extends RuntimeException {

  private final long events;

  TooMuchPast(long events) {
    super("%d events are too many".formatted(events), null, false, false);
    this.events = events;
  }

  /** How many events it has. */
  public long events() {
    return events;
  }
}
