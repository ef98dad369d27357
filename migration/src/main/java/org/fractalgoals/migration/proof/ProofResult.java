package org.fractalgoals.migration.proof;

import java.util.List;

/**
 * What a comparison of two files found.
 *
 * @param rows rows of the first file that were compared
 * @param purged rows of the first file that the second one must not have, because they speak of what was purged
 * @param cells their cells
 * @param differences the first of them; empty if the files are equal but for what was purged
 */
public record ProofResult(long rows, long purged, long cells, List<Difference> differences) {

  public ProofResult {
    differences = List.copyOf(differences);
  }

  /** Whether every table, row and cell is the same, but for what was purged. */
  public boolean equal() {
    return differences.isEmpty();
  }
}
