package org.fractalgoals.eventstore.fault;

import org.jspecify.annotations.Nullable;

/** The event store cannot be used. The message is one sentence for the person who operates it. */
public final class StoreFault extends RuntimeException {

  public StoreFault(String message) {
    super(message);
  }

  public StoreFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
