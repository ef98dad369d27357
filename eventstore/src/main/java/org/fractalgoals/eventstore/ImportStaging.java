package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase.Durability;
import org.jspecify.annotations.Nullable;

/**
 * An import works on a copy of the event store beside it; only what is complete and proven takes its place, in one
 * rename. Killed at any point before, nothing happened. The process must hold the {@link DirectoryLock}.
 */
public final class ImportStaging implements AutoCloseable {

  private static final String FILE = SqliteEventStore.FILE + ".importing";

  /** Indexes that an import into an empty store never looks into. */
  private static final List<String> LATE_INDEXES = List.of("events_event_id",
      "events_root_position", "events_root_effective", "events_actor", "events_type",
      "events_action", "events_import", "entity_parent", "entity_root", "entity_name",
      "entity_deleted_by", "entity_placeholder");

  private final Path directory;
  private final StagedFile file;
  private final StoreOptions options;
  private volatile List<String> missingIndexes;
  private volatile @Nullable Head proven;
  private SqliteEventStore store;
  private boolean open = true;

  private ImportStaging(Path directory, StagedFile file, StoreOptions options) {
    this.directory = directory;
    this.file = file;
    this.options = options;
    var isEmpty = false;
    try (var made = openStore(Durability.STAGING)) {
      isEmpty = made.head().position() == 0;
    }
    this.missingIndexes = isEmpty
        ? SqliteDatabase.dropIndexes(file.path(), LATE_INDEXES)
        : List.of();
    this.store = openStore(isEmpty ? Durability.LOADING : Durability.STAGING);
  }

  private SqliteEventStore openStore(Durability durability) {
    return SqliteEventStore.open(file.path(), options, durability, Codecs.current());
  }

  /**
   * Begins with a copy of the store of the directory, or a new store if there is none.
   *
   * @throws StoreFault if there is one that these options do not fit
   */
  public static ImportStaging begin(Path directory, StoreOptions options) {
    var target = directory.resolve(SqliteEventStore.FILE);
    var staged = new StagedFile(directory.resolve(FILE));
    try {
      staged.discard();
      try {
        if (Files.exists(target)) {
          SqliteDatabase.backup(target, staged.path());
        }
        return new ImportStaging(directory, staged, options);
      } catch (RuntimeException e) {
        staged.discard();
        throw e;
      }
    } catch (IOException e) {
      throw new StoreFault("The import cannot begin in %s: %s".formatted(directory, e), e);
    }
  }

  /** The copy, as it is open now. */
  public SqliteEventStore store() {
    return store;
  }

  /** Everything is appended: from now on the copy can be read, also beside what is still to be done to it. */
  public void complete() {
    store.close();
    store = openStore(Durability.STAGING);
  }

  /** Makes the indexes that only questions need. */
  public void makeIndexes() {
    SqliteDatabase.createIndexes(file.path(), missingIndexes);
    missingIndexes = List.of();
  }

  /**
   * Walks the chain of the complete copy.
   *
   * @throws StoreFault if it is broken
   */
  public void proveChain() {
    var result = store.walkChain();
    if (!result.isIntact()) {
      throw new StoreFault("The import is not sound, nothing was changed: " + result.fault());
    }
    proven = result.head();
  }

  /**
   * Brings the copy to disk and puts it in the place of the store.
   *
   * @throws IllegalStateException if its indexes are not made or its chain is not proven
   * @throws StoreFault if the disk refuses; the store is as it was then
   */
  public void publish() {
    if (!missingIndexes.isEmpty() || !store.head().equals(proven)) {
      throw new IllegalStateException("the import is not complete");
    }
    store.close();
    open = false;
    try {
      file.gather();
      file.replace(directory.resolve(SqliteEventStore.FILE));
    } catch (IOException e) {
      throw new StoreFault("The import could not be published: " + e, e);
    }
  }

  /** Leaves nothing behind of an import that was not published. */
  @Override
  public void close() {
    if (open) {
      store.close();
      open = false;
    }
    try {
      file.discard();
    } catch (IOException e) {
      throw new StoreFault("What is left of the import cannot be removed: " + e, e);
    }
  }
}
