package org.fractalgoals.migration.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.fractalgoals.domain.time.WallClock;

/**
 * A legacy file, copied before anything else happens: once as a backup that stays, once as a scratch copy to read from,
 * so that SQLite may apply a journal without touching source or backup. The source is only ever
 * read. Closing removes the scratch copy.
 */
public final class SourceCopy implements AutoCloseable {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss",
      Locale.ROOT);

  private final Path source;
  private final Path backup;
  private final Path scratch;
  private final String sha256;
  private final long bytes;

  private SourceCopy(Path source, Path backup, Path scratch, String sha256, long bytes) {
    this.source = source;
    this.backup = backup;
    this.scratch = scratch;
    this.sha256 = sha256;
    this.bytes = bytes;
  }

  /**
   * Copies the file with what belongs to it to {@code directory/backups/NAME.backup_YYYYMMDD_HHMMSS} and proves the
   * copy by SHA-256.
   *
   * @param directory the data directory, made if it is missing; no other process may use it meanwhile
   * @param clock gives the time in the name of the backup
   * @throws MigrationFailed if it is not a file, cannot be read or copied, or is being written
   */
  public static SourceCopy of(Path source, Path directory, WallClock clock) {
    requireFile(source);
    try {
      return copy(source, directory, clock);
    } catch (IOException e) {
      throw new MigrationFailed("The file %s could not be copied into %s: %s.".formatted(source,
          directory, reason(e)), e);
    }
  }

  /**
   * Looks at the file before anything is made for it.
   *
   * @throws MigrationFailed if there is no such file, or it cannot be read
   */
  public static void requireFile(Path source) {
    if (!Files.exists(source)) {
      throw new MigrationFailed("There is no file %s.".formatted(source));
    }
    if (!Files.isRegularFile(source)) {
      throw new MigrationFailed("%s is not a file.".formatted(source));
    }
    if (!Files.isReadable(source)) {
      throw new MigrationFailed("The file %s may not be read by this user.".formatted(source));
    }
  }

  /**
   * SHA-256 of a file as it is now, as {@link #sha256()} gives it of its copy.
   *
   * @throws MigrationFailed if it cannot be read
   */
  public static String sha256(Path source) {
    try {
      return sha256(new DatabaseFiles(source).hashes());
    } catch (IOException e) {
      throw new MigrationFailed("The file %s cannot be read: %s.".formatted(source, reason(e)), e);
    }
  }

  /** A file with a journal is not the same without it: the hash is then that of all their hashes. */
  private static String sha256(Map<String, String> hashes) {
    return hashes.size() == 1
        ? Objects.requireNonNull(hashes.get(""))
        : FileHash.ofText(String.join(" ", hashes.values()));
  }

  private static SourceCopy copy(Path source, Path directory, WallClock clock)
      throws IOException {
    var original = new DatabaseFiles(source);
    requireUnlocked(original);
    var before = original.hashes();
    var backup = partial(source, directory);
    try {
      original.copyTo(backup.file(), before.keySet());
      requireUnlocked(original);
      if (!original.hashes().equals(before) || !backup.hashes().equals(before)) {
        throw new MigrationFailed(
            "The file %s changed while it was being copied: stop the program that writes it, then try again."
                .formatted(source));
      }
      var name = backupName(source, directory, clock);
      backup.moveTo(name, before.keySet());
      var scratch = emptyScratch(directory).resolve("legacy.db");
      new DatabaseFiles(name).copyTo(scratch, before.keySet());
      return new SourceCopy(source, name, scratch, sha256(before), Files.size(name));
    } finally {
      backup.delete();
    }
  }

  private static void requireUnlocked(DatabaseFiles original) throws IOException {
    if (original.isBeingWritten()) {
      throw new MigrationFailed(
          "The file %s is locked: another program is writing it; stop that program, then try again."
              .formatted(original.file()));
    }
    if (original.hasLog()) {
      throw new MigrationFailed(
          "Beside %s lies a write-ahead log: stop the program that has the file open, or open and close it once with sqlite3, then try again."
              .formatted(original.file()));
    }
  }

  /** Half a copy must not look like a backup: it has this name until it is proved. */
  private static DatabaseFiles partial(Path source, Path directory) throws IOException {
    var backups = Files.createDirectories(directory.resolve("backups"));
    var partial = new DatabaseFiles(backups.resolve(source.getFileName() + ".partial"));
    partial.delete();
    return partial;
  }

  private static Path backupName(Path source, Path directory, WallClock clock) {
    var name = source.getFileName() + ".backup_"
        + STAMP.format(clock.now().atZone(clock.zone()));
    var backup = directory.resolve("backups").resolve(name);
    for (int another = 2; Files.exists(backup); another++) {
      backup = backup.resolveSibling(name + "_" + another);
    }
    return backup;
  }

  /** One that a killed run left behind is removed. */
  private static Path emptyScratch(Path directory) throws IOException {
    var scratch = directory.resolve(".migrating");
    removeTree(scratch);
    return Files.createDirectory(scratch);
  }

  private static void removeTree(Path top) throws IOException {
    if (Files.exists(top)) {
      try (var paths = Files.walk(top)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
  }

  public Path source() {
    return source;
  }

  /** The copy that stays. */
  public Path backup() {
    return backup;
  }

  /** Where there may be other things of this import, too; it goes with the scratch copy. */
  public Path workDirectory() {
    return Objects.requireNonNull(scratch.getParent());
  }

  /** The copy to read from; it may be written. */
  public Path scratch() {
    return scratch;
  }

  /** Hash of the file as it was found, with its journal if there is one; 64 lower-case hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  /** Length of the file as it was found. */
  public long bytes() {
    return bytes;
  }

  /**
   * Removes the scratch copy; the backup stays.
   *
   * @throws MigrationFailed if the scratch copy cannot be removed
   */
  @Override
  public void close() {
    try {
      removeTree(workDirectory());
    } catch (IOException e) {
      throw new MigrationFailed("The scratch copy %s could not be removed: %s.".formatted(scratch,
          reason(e)), e);
    }
  }
}
