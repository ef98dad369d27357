package org.fractalgoals.migration.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.migration.source.MigrationFailed;

/**
 * Proves that an import lost nothing: the file made again from the event store alone equals the file that was read. Of
 * rows that speak of what was purged there are exactly as many less.
 */
public final class Proof {

  private Proof() {}

  /** As the other, of an import of which it is not known any more which rows it has skipped, only how many. */
  public static ProofResult of(ImportHistory history, String importId, Path source,
      Path workDirectory) {
    return of(history, importId, source, workDirectory, Map.of());
  }

  /**
   * Makes the file again, compares, and removes it.
   *
   * @param source the scratch copy of the file; no other connection may have it open
   * @param workDirectory where there is room for another file of its size
   * @param skipped the rowids, by table, of rows that the import has skipped, as far as they are known
   * @throws MigrationFailed if there is no such import, or a file cannot be read or written
   */
  public static ProofResult of(ImportHistory history, String importId, Path source,
      Path workDirectory, Map<String, List<Long>> skipped) {
    var rebuilt = workDirectory.resolve("rebuilt.db");
    try {
      Files.deleteIfExists(rebuilt);
      try {
        var written = ImportedFile.write(history, importId, rebuilt);
        var missing = new HashMap<String, Missing>();
        written.purged().forEach((table, rows) -> missing.put(table,
            new Missing(rows, skipped.getOrDefault(table, List.of()))));
        return CellProof.compare(source, rebuilt, missing);
      } finally {
        Files.deleteIfExists(rebuilt);
      }
    } catch (IOException e) {
      throw new MigrationFailed(
          "The file %s could not be removed: %s.".formatted(rebuilt, e.getMessage()), e);
    }
  }
}
