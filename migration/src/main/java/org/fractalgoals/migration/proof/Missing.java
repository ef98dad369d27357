package org.fractalgoals.migration.proof;

import java.util.List;

/**
 * Rows of a table that have to be missing, no more and no less, because they were purged.
 *
 * @param count how many
 * @param rowids which ones; empty if that cannot be told any more
 */
record Missing(long count, List<Long> rowids) {

  static final Missing NONE = new Missing(0, List.of());

  Missing {
    rowids = List.copyOf(rowids);
  }

  /** Whether it is known which ones. */
  boolean areKnown() {
    return rowids.size() == count;
  }
}
