package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase.Durability;

/**
 * Puts a backup in the place of the store of a directory, in one rename. Killed at any point before, nothing happened; what
 * was there before is kept. The process must hold the {@link DirectoryLock}.
 */
public final class StoreReplacement implements AutoCloseable {

  private static final String FILE = SqliteEventStore.FILE + ".restoring";

  private final Path store;
  private final StagedFile staged;
  private final StoreBackup backup;

  private StoreReplacement(Path store, StagedFile staged, StoreBackup backup) {
    this.store = store;
    this.staged = staged;
    this.backup = backup;
  }

  /**
   * Copies a backup beside the store and proves the copy. The backup itself is only read.
   *
   * @param options that the backup must fit
   * @param reached is told of each position up to which it is proved
   * @throws StoreFault if it is no sound backup, does not fit, or cannot be copied
   */
  public static StoreReplacement prepare(Path backup, Path directory, StoreOptions options,
      LongConsumer reached) {
    var staged = new StagedFile(directory.resolve(FILE));
    try {
      staged.discard();
      try {
        staged.copyFrom(backup);
        var proved = prove(staged, options, reached);
        return new StoreReplacement(directory.resolve(SqliteEventStore.FILE), staged, proved);
      } catch (IOException | RuntimeException e) {
        staged.discard();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreFault("The backup %s could not be copied to %s: %s".formatted(backup,
          directory, e), e);
    }
  }

  /** Read before it is opened to be written, which would make a store of an empty file. */
  private static StoreBackup prove(StagedFile staged, StoreOptions options, LongConsumer reached)
      throws IOException {
    staged.gather();
    var proved = StoreBackup.prove(staged.path(), reached);
    SqliteEventStore.open(staged.path(), options, Durability.STAGING, Codecs.current()).close();
    staged.gather();
    return proved;
  }

  /** What takes the place of the store. */
  public StoreBackup backup() {
    return backup;
  }

  /**
   * Puts the backup in the place of the store, and keeps the one that is there, be it damaged.
   *
   * @param name of the copy of the present store, which must not be there
   * @return whether there was one to be kept
   * @throws StoreFault if somebody reads the present one, or the disk refuses; the store is as it was then
   */
  public boolean publish(Path name) {
    boolean isPresent = Files.exists(store);
    if (isPresent) {
      keepPresent(name);
    }
    try {
      // of a damaged store, which could not be gathered: it is kept beside the copy
      Files.deleteIfExists(Path.of(store + "-wal"));
      Files.deleteIfExists(Path.of(store + "-shm"));
      staged.replace(store);
      return isPresent;
    } catch (IOException e) {
      throw new StoreFault("The backup could not be put in place: " + e, e);
    }
  }

  private void keepPresent(Path name) {
    try {
      Files.createDirectories(name.toAbsolutePath().getParent());
      var copy = new StagedFile(name.resolveSibling(name.getFileName() + StoreBackup.PARTIAL));
      copy.discard();
      try {
        copy.copyLogFrom(store);
        if (isGathered()) {
          copy.discard();
        }
        copy.copyFileFrom(store);
        copy.take(name);
      } finally {
        copy.discard();
      }
    } catch (IOException e) {
      throw new StoreFault("The present store could not be kept as %s: %s".formatted(name, e), e);
    }
  }

  /** Not where it is damaged: then it is kept as it lies there, with its log, which SQLite may throw away. */
  private boolean isGathered() {
    try {
      SqliteDatabase.gather(store);
      return true;
    } catch (StoreFault fault) {
      if (SqliteDatabase.isInUse(fault)) {
        throw new StoreFault("%s is being read by another program: end that one first."
            .formatted(store), fault);
      }
      return false;
    }
  }

  /** Leaves nothing behind of what was not published. */
  @Override
  public void close() {
    try {
      staged.discard();
    } catch (IOException e) {
      throw new StoreFault("What is left of the backup cannot be removed: " + e, e);
    }
  }
}
