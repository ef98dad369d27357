package org.fractalgoals.api.command;

/**
 * A point in the history of a store that the read model has reached.
 *
 * @param position position of an event; 0 before the first
 */
public record AppliedPosition(String storeId, long position) {

  /** {@code <store id>:<position>}: means something in this store only. */
  public String token() {
    return storeId + ":" + position;
  }
}
