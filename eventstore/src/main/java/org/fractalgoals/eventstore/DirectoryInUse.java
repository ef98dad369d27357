package org.fractalgoals.eventstore;

/** Another process writes to the data directory. */
public final class DirectoryInUse extends RuntimeException {

  public DirectoryInUse(String message) {
    super(message);
  }
}
