package org.fractalgoals.migration.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A SQLite database as it lies on the disk: the file itself, and beside it the journal of an interrupted transaction,
 * without which the file alone would not be the truth.
 */
record DatabaseFiles(Path file) {

  private static final List<String> COMPANIONS = List.of("-journal");

  /** SQLite's lock bytes: pending, reserved, and the range that readers share and a writer owns while it writes. */
  private static final long PENDING = 0x40000000L;
  private static final long SHARED = PENDING + 2;
  private static final long SHARED_BYTES = 510;

  /** SHA-256 of each of the files, by what its name has beyond that of the database. */
  Map<String, String> hashes() throws IOException {
    var hashes = new TreeMap<>(Map.of("", FileHash.of(file)));
    for (var companion : COMPANIONS) {
      if (Files.isRegularFile(beside(companion))) {
        hashes.put(companion, FileHash.of(beside(companion)));
      }
    }
    return hashes;
  }

  /**
   * Whether another process is in the middle of writing. Looks only: nothing is locked afterwards, because a lock would
   * vanish with the next file handle that this process closes.
   */
  boolean isBeingWritten() throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      try (var pending = channel.tryLock(PENDING, 1, true);
          var shared = channel.tryLock(SHARED, SHARED_BYTES, true)) {
        return pending == null || shared == null;
      }
    }
  }

  /**
   * Copies these files; the copy belongs to us and can be written whatever the mode of the original.
   *
   * @param companions what to copy besides the database, the keys of {@link #hashes()}
   * @throws java.nio.file.FileAlreadyExistsException if there is such a file
   */
  void copyTo(Path target, Iterable<String> companions) throws IOException {
    for (var companion : companions) {
      copy(beside(companion), Path.of(target + companion));
    }
  }

  /** Under another name in the same file system; the database itself last, so that it is never there alone. */
  void moveTo(Path target, Iterable<String> companions) throws IOException {
    for (var companion : companions) {
      if (!companion.isEmpty()) {
        move(companion, target);
      }
    }
    move("", target);
  }

  /**
   * Whether there are changes that wait beside the file: a program has it open, or ended without closing it. The legacy
   * application never worked like this.
   */
  boolean hasLog() throws IOException {
    var log = beside("-wal");
    return Files.isRegularFile(log) && Files.size(log) > 0;
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
    for (var companion : COMPANIONS) {
      Files.deleteIfExists(beside(companion));
    }
  }

  private void move(String companion, Path target) throws IOException {
    Files.move(beside(companion), Path.of(target + companion), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path beside(String companion) {
    return Path.of(file + companion);
  }

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
}
