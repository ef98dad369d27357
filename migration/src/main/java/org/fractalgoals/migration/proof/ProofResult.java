package org.fractalgoals.migration.proof;

import java.util.List;

/**
 * What a comparison of two files found.
 *
 * @param rows rows of the first file that were compared
 * @param cells their cells
 * @param differences the first of them; empty if the files are equal
 */
public record ProofResult(long rows, long cells, List<Difference> differences) {

  public ProofResult {
    differences = List.copyOf(differences);
  }

  /** Whether every table, row and cell is the same. */
  public boolean equal() {
    return differences.isEmpty();
  }
}
