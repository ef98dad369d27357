package org.fractalgoals.api.http;

/** Somebody who has proved who they are. */
@FunctionalInterface
public interface Actor {

  /** Their name in the history. */
  String actor();
}
