package org.fractalgoals.api.cli;

import java.util.Optional;

import org.fractalgoals.migration.MigrationResult;
import org.fractalgoals.migration.proof.ProofResult;
import org.fractalgoals.projections.file.Contents;

/**
 * What came of an import.
 *
 * @param proof whether the file can be made again from the event store; empty if there was nothing to import
 * @param contents the read model that was built; empty if there was nothing to import
 */
record ImportOutcome(MigrationResult result, Optional<ProofResult> proof,
    Optional<Contents> contents) {

  /** Whether nothing is lost, everything has a root, and every reference leads somewhere. */
  boolean isProved() {
    return proof.map(ProofResult::equal).orElse(true) && contents
        .map(found -> found.nullRoots() == 0 && found.brokenReferences() == 0).orElse(true);
  }
}
