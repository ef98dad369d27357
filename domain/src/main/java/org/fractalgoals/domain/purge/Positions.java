package org.fractalgoals.domain.purge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Places of events in the order of commits, each once. Neighbours stand together: most things happen in a row.
 *
 * @param runs in rising order, with gaps between them
 */
public record Positions(List<Run> runs) {

  /**
   * Positions without a gap.
   *
   * @param first from 1
   * @param last not before the first
   */
  public record Run(long first, long last) {

    /**
     * @throws IllegalArgumentException if it is none
     */
    public Run {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("no positions: %d to %d".formatted(first, last));
      }
    }

    @Override
    public String toString() {
      return first == last ? Long.toString(first) : first + "-" + last;
    }
  }

  public static final Positions NONE = new Positions(List.of());

  private static final Pattern RUN = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

  /**
   * @throws IllegalArgumentException if they are out of order or touch each other
   */
  public Positions {
    runs = List.copyOf(runs);
    for (int index = 1; index < runs.size(); index++) {
      if (runs.get(index).first() <= runs.get(index - 1).last() + 1) {
        throw new IllegalArgumentException("positions out of order: " + runs);
      }
    }
  }

  /** These positions, in any order. */
  public static Positions of(LongStream positions) {
    var runs = new ArrayList<Run>();
    positions.sorted().distinct().forEach(position -> {
      var last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && position == last.last() + 1) {
        runs.set(runs.size() - 1, new Run(last.first(), position));
      } else {
        runs.add(new Run(position, position));
      }
    });
    return new Positions(runs);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Positions parse(String text) {
    return text.isEmpty()
        ? NONE
        : new Positions(Arrays.stream(text.split(",", -1)).map(Positions::run).toList());
  }

  private static Run run(String text) {
    var run = RUN.matcher(text);
    if (!run.matches()) {
      throw new IllegalArgumentException("\"%s\" are no positions".formatted(text));
    }
    var last = run.group(2) == null ? run.group(1) : run.group(2);
    return new Run(Long.parseLong(run.group(1)), Long.parseLong(last));
  }

  /** These and those. */
  public Positions and(Positions others) {
    return of(LongStream.concat(all(), others.all()));
  }

  /** Each of them, the least first. */
  public LongStream all() {
    return runs.stream().flatMapToLong(run -> LongStream.rangeClosed(run.first(), run.last()));
  }

  public boolean contains(long position) {
    int low = 0;
    int high = runs.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var run = runs.get(middle);
      if (position < run.first()) {
        high = middle - 1;
      } else if (position > run.last()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** How many there are. */
  public long count() {
    return runs.stream().mapToLong(run -> run.last() - run.first() + 1).sum();
  }

  /**
   * The least.
   *
   * @throws java.util.NoSuchElementException if there are none
   */
  public long first() {
    return runs.getFirst().first();
  }

  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Such as {@code 3-5,9}; empty if there are none. */
  @Override
  public String toString() {
    return runs.stream().map(Run::toString).collect(Collectors.joining(","));
  }
}
