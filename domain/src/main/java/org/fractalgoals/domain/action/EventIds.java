package org.fractalgoals.domain.action;

/** Makes ids for events that are appended straight to their streams. */
@FunctionalInterface
public interface EventIds {

  /** A new UUIDv7: unique, and later ones sort after earlier ones. */
  String next();
}
