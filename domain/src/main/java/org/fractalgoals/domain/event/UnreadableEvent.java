package org.fractalgoals.domain.event;

/** A stored event that this program cannot decode: its type is unknown, or its payload does not fit its type. */
public final class UnreadableEvent extends RuntimeException {

  private final long position;
  private final String type;

  public UnreadableEvent(long position, String type, String reason, Throwable cause) {
    super("event %d (%s) cannot be read: %s".formatted(position, type, reason), cause);
    this.position = position;
    this.type = type;
  }

  public long position() {
    return position;
  }

  public String type() {
    return type;
  }
}
