package org.fractalgoals.eventstore.fault;

/** Nothing was stored because the disk has no room. Once there is some, storing works again by itself. */
public final class StoreIsFull extends StoreFault {

  public StoreIsFull(Throwable cause) {
    super("The disk is full: nothing was stored. Free some space and try again.", cause);
  }
}
