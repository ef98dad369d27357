package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;

/**
 * A copy of a store in one file that only its owner may read, proved sound.
 *
 * @param info what the store says of itself
 * @param head its last event
 * @param bytes length of the file
 */
public record StoreBackup(StoreInfo info, Head head, long bytes) {

  /** What the file is called until it is complete: its name and this. */
  public static final String PARTIAL = ".partial";

  /**
   * Copies a store, beside whoever writes to it, and proves the copy. The file bears its name only when all of it is there,
   * proved and on the disk.
   *
   * @param out must not be there; its folder must
   * @param reached is told of each position up to which the copy is proved
   * @throws StoreFault if there is such a file, it cannot be written, or the copy is not sound; nothing is left of it then
   */
  public static StoreBackup write(StoreView store, Path out, LongConsumer reached) {
    if (Files.exists(out)) {
      throw new StoreFault(
          "There is a file %s already: name another one, or move it away first.".formatted(out));
    }
    var partial = new StagedFile(out.resolveSibling(out.getFileName() + PARTIAL));
    try {
      partial.discard();
      try {
        makePrivate(partial.path());
        SqliteDatabase.backup(store.file(), partial.path());
        partial.gather();
        var backup = prove(partial.path(), reached);
        requireOf(store, backup, out);
        partial.take(out);
        return backup;
      } finally {
        partial.discard();
      }
    } catch (IOException e) {
      throw new StoreFault("The backup %s could not be written: %s".formatted(out, e), e);
    }
  }

  private static void makePrivate(Path file) throws IOException {
    Files.createFile(file,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /**
   * Looks whether a file that nobody writes to is a sound store: its pages, and its history from the first event to the
   * last.
   *
   * @throws StoreFault if it is not, or cannot be read
   */
  static StoreBackup prove(Path file, LongConsumer reached) {
    try (var copy = StoreView.ofFile(file, null)) {
      var faults = copy.check().integrity(1);
      if (!faults.isEmpty()) {
        throw new StoreFault("%s is damaged: %s".formatted(file, faults.getFirst()));
      }
      var walked = copy.check().chain(reached);
      if (!walked.isIntact()) {
        throw new StoreFault("The history in %s is not sound: %s".formatted(file, walked.fault()));
      }
      return new StoreBackup(copy.info(), walked.head(), Files.size(file));
    } catch (IOException e) {
      throw new StoreFault("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static void requireOf(StoreView store, StoreBackup backup, Path out) {
    var isSame = store.info().equals(backup.info)
        && store.headAt(backup.head.position()).filter(backup.head::equals).isPresent();
    if (!isSame) {
      throw new StoreFault(
          "The backup %s is not what the store was, and was thrown away: try again."
              .formatted(out));
    }
  }

  /** Which store a file is; empty if it is none, or cannot be read. */
  public static Optional<String> storeIdOf(Path file) {
    try (var connection = SqliteDatabase.connectReadOnly(file)) {
      return StoreTable.read(connection).map(StoreInfo::storeId);
    } catch (SQLException noStore) {
      return Optional.empty();
    }
  }
}
