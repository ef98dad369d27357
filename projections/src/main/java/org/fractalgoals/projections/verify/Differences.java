package org.fractalgoals.projections.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Counts all differences and keeps the first. */
final class Differences {

  /** Tells a difference, for which it may have to look up more. */
  @FunctionalInterface
  interface Told {
    RowDifference tell() throws SQLException;
  }

  private final int most;
  private final List<RowDifference> first = new ArrayList<>();
  private long count;

  Differences(int most) {
    this.most = most;
  }

  void add(Told difference) throws SQLException {
    if (count++ < most) {
      first.add(difference.tell());
    }
  }

  long count() {
    return count;
  }

  List<RowDifference> first() {
    return first;
  }
}
