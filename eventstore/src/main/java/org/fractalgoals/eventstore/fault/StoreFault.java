package org.fractalgoals.eventstore.fault;

import org.jspecify.annotations.Nullable;

/** The event store cannot be used. The message is one sentence for the person who operates it. */
public sealed class StoreFault extends RuntimeException permits StoreIsFull {

  public StoreFault(String message) {
    super(message);
  }

  public StoreFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
