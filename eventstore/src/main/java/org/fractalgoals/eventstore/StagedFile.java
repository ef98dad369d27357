package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;

/**
 * A database that is made under a name of its own beside the place it is meant for, and takes that place when it is
 * complete.
 */
record StagedFile(Path path) {

  /** What SQLite keeps beside a database while it works on it. */
  private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

  /** Leaves nothing of it. */
  void discard() throws IOException {
    Files.deleteIfExists(path);
    for (var companion : COMPANIONS) {
      Files.deleteIfExists(Path.of(path + companion));
    }
  }

  /**
   * Copies a database as it lies on the disk, with the log without which the file alone would not be the truth. Nobody may
   * write to it meanwhile.
   */
  void copyFrom(Path database) throws IOException {
    copyLogFrom(database);
    copyFileFrom(database);
  }

  void copyLogFrom(Path database) throws IOException {
    var log = logOf(database);
    if (Files.exists(log) && Files.size(log) > 0) {
      copy(log, logOf(path));
    }
  }

  void copyFileFrom(Path database) throws IOException {
    copy(database, path);
  }

  private static Path logOf(Path database) {
    return Path.of(database + "-wal");
  }

  /** Not as a copy of the file would be, which might be one that cannot be written. */
  private static void copy(Path from, Path to) throws IOException {
    try (var source = FileChannel.open(from, StandardOpenOption.READ);
        var target = FileChannel.open(to, StandardOpenOption.WRITE,
            StandardOpenOption.CREATE_NEW)) {
      for (long copied = 0; copied < source.size();) {
        copied += source.transferTo(copied, source.size() - copied, target);
      }
      target.force(true);
    }
  }

  /** Brings all of it into its one file, and that to the disk. Nobody may have it open. */
  void gather() throws IOException {
    SqliteDatabase.gather(path);
    sync(path);
  }

  /**
   * Takes the place of a store that nobody has open. It must be gathered.
   *
   * @throws StoreFault if a store is in use
   */
  void replace(Path store) throws IOException {
    requireNoLog(path);
    requireNoLog(store);
    Files.move(path, store, StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    syncFolderOf(store);
  }

  /** A log of the old file would be applied to the new one, and one of the new file stay behind. */
  private static void requireNoLog(Path database) {
    var log = logOf(database);
    if (Files.exists(log)) {
      throw new StoreFault(log + " belongs to a store in use: close that one first.");
    }
  }

  /**
   * Takes a name that is free, with its log if it has one.
   *
   * @throws java.nio.file.FileAlreadyExistsException if it is not free
   */
  void take(Path name) throws IOException {
    if (Files.exists(logOf(path))) {
      Files.move(logOf(path), logOf(name));
    }
    Files.move(path, name);
    syncFolderOf(name);
  }

  private static void syncFolderOf(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      sync(folder);
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
