package org.fractalgoals.projections.rebuild;

/** Somebody wanted the rebuild to end. */
final class RebuildCancelled extends RuntimeException {

  RebuildCancelled() {
    super("the rebuild was cancelled", null, false, false);
  }
}
