package org.fractalgoals.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fractalgoals.eventstore.SqliteEventStore;

/** Sees to it that an import does not begin what the disk cannot hold. */
final class ImportSpace {

  /**
   * What an import needs for each byte of the file: a backup and a scratch copy of it with indexes, the file made again,
   * its rows and events in the store, and the read model.
   */
  private static final long FILES = 14;
  private static final long LEAST = 16L << 20;

  private ImportSpace() {}

  /** @throws CommandFailed if there is too little room in the file system of the directory */
  static void require(Path file, Path directory) {
    try {
      var store = directory.resolve(SqliteEventStore.FILE);
      var needed = LEAST + FILES * Files.size(file)
          + (Files.exists(store) ? 2 * Files.size(store) : 0);
      var room = Files.getFileStore(existing(directory)).getUsableSpace();
      if (room < needed) {
        throw new CommandFailed(
            "There is too little room in %s: the import of %s needs about %d MB, %d MB are free."
                .formatted(directory, file, needed >> 20, room >> 20));
      }
    } catch (IOException e) {
      throw new CommandFailed("The room in %s cannot be found out: %s.".formatted(directory, e));
    }
  }

  private static Path existing(Path directory) {
    var path = directory.toAbsolutePath();
    while (path.getParent() != null && !Files.exists(path)) {
      path = path.getParent();
    }
    return path;
  }
}
