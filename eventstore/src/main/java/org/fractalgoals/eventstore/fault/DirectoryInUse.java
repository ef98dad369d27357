package org.fractalgoals.eventstore.fault;

/** Another process writes to the data directory. */
public final class DirectoryInUse extends RuntimeException {

  public DirectoryInUse(String message) {
    super(message);
  }
}
