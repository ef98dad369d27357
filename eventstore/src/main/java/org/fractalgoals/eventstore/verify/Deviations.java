package org.fractalgoals.eventstore.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a comparison with the events found.
 *
 * @param compared how many things were compared
 * @param count how many deviations there are
 * @param first the first of them
 */
public record Deviations(long compared, long count, List<Deviation> first) {

  public Deviations {
    first = List.copyOf(first);
  }

  /** Counts all, keeps the first. */
  static final class Collector {

    private final int most;
    private final List<Deviation> first = new ArrayList<>();
    private long count;

    Collector(int most) {
      this.most = most;
    }

    void add(Supplier<Deviation> deviation) {
      if (count++ < most) {
        first.add(deviation.get());
      }
    }

    Deviations after(long compared) {
      return new Deviations(compared, count, first);
    }
  }
}
