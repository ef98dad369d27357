package org.fractalgoals.projections.verify;

import java.util.List;

/**
 * What a comparison of two read models found.
 *
 * @param tables how many tables were compared
 * @param rows how many rows the first read model has in them
 * @param count how many differences there are; each cell counts, and each row that only one has
 * @param first the first of them
 */
public record Comparison(int tables, long rows, long count, List<RowDifference> first) {

  public Comparison {
    first = List.copyOf(first);
  }
}
