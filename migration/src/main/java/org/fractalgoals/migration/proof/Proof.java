package org.fractalgoals.migration.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.migration.source.MigrationFailed;

/** Proves that an import lost nothing: the file made again from the event store alone equals the file that was read. */
public final class Proof {

  private Proof() {}

  /**
   * Makes the file again, compares, and removes it.
   *
   * @param source the scratch copy of the file; no other connection may have it open
   * @param workDirectory where there is room for another file of its size
   * @throws MigrationFailed if there is no such import, or a file cannot be read or written
   */
  public static ProofResult of(ImportHistory history, String importId, Path source,
      Path workDirectory) {
    var rebuilt = workDirectory.resolve("rebuilt.db");
    try {
      Files.deleteIfExists(rebuilt);
      try {
        ImportedFile.write(history, importId, rebuilt);
        return CellProof.compare(source, rebuilt);
      } finally {
        Files.deleteIfExists(rebuilt);
      }
    } catch (IOException e) {
      throw new MigrationFailed(
          "The file %s could not be removed: %s.".formatted(rebuilt, e.getMessage()), e);
    }
  }
}
