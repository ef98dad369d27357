package org.fractalgoals.migration.history;

/** Reads all rows about one thing, and about what belongs to it, as its history. */
@FunctionalInterface
public interface Interpreter {

  /** The history of the thing; never fails because of what the rows contain. */
  LegacyUnit interpret(Place place);
}
