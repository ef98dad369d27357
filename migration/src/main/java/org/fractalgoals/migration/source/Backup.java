package org.fractalgoals.migration.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The copy of an imported file that an import left in the data directory. */
public final class Backup {

  private final DatabaseFiles files;

  private Backup(DatabaseFiles files) {
    this.files = files;
  }

  /**
   * Finds the copy of a file, whatever its name is by now.
   *
   * @param directory the data directory
   * @param sha256 hash of the file, as {@link SourceCopy#sha256()} gives it
   * @param bytes length of the file
   * @return empty if it is gone
   * @throws MigrationFailed if a copy cannot be read
   */
  public static Optional<Backup> find(Path directory, String sha256, long bytes) {
    try {
      for (var file : ofLength(directory.resolve("backups"), bytes)) {
        if (SourceCopy.sha256(file).equals(sha256)) {
          return Optional.of(new Backup(new DatabaseFiles(file)));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new MigrationFailed(
          "The copies of imported files in %s cannot be read: %s.".formatted(directory, e), e);
    }
  }

  private static List<Path> ofLength(Path backups, long bytes) throws IOException {
    if (!Files.isDirectory(backups)) {
      return List.of();
    }
    try (var files = Files.list(backups)) {
      return files.filter(Files::isRegularFile).filter(file -> file.toFile().length() == bytes)
          .sorted().toList();
    }
  }

  /**
   * Copies it once more, because SQLite may write to a file that it only reads.
   *
   * @param target must not be there
   * @throws MigrationFailed if it cannot be copied
   */
  public void copyTo(Path target) {
    try {
      files.copyTo(target, files.hashes().keySet());
    } catch (IOException e) {
      throw new MigrationFailed("The file %s could not be copied to %s: %s.".formatted(
          files.file(), target, e), e);
    }
  }
}
