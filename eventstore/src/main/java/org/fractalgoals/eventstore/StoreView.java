package org.fractalgoals.eventstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.eventstore.audit.StoredAudit;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.lookup.CommittedEntities;
import org.fractalgoals.eventstore.purge.Copies;
import org.fractalgoals.eventstore.purge.CopySearch;
import org.fractalgoals.eventstore.purge.PurgePlan;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.fractalgoals.eventstore.verify.StoreCheck;
import org.jspecify.annotations.Nullable;

/** A store opened for reading only, beside whoever writes to it. */
public final class StoreView implements AutoCloseable {

  private final Path file;
  private final SqliteDatabase database;
  private final StoreInfo info;
  private final StoredEvents events;
  private final Entities entities;

  private StoreView(Path file, SqliteDatabase database, StoreInfo info) {
    this.file = file;
    this.database = database;
    this.info = info;
    this.events = new StoredEvents(database.readers(), Codecs.current(), info.storeId());
    this.entities = new CommittedEntities(database.readers());
  }

  /**
   * @param environment what the store must have been made for; null accepts any
   * @throws StoreFault if there is no store in the directory, or it cannot be read
   */
  public static StoreView open(Path directory, @Nullable String environment) {
    var file = directory.resolve(SqliteEventStore.FILE);
    if (!Files.exists(file)) {
      throw new StoreFault(
          "There is no event store in %s: serve or migrate makes one.".formatted(directory));
    }
    return ofFile(file, environment);
  }

  /**
   * Opens a store in a file of any name, such as a backup.
   *
   * @param environment what the store must have been made for; null accepts any
   * @throws StoreFault if it is no store, or cannot be read
   */
  public static StoreView ofFile(Path file, @Nullable String environment) {
    var database = SqliteDatabase.openReadOnly(file);
    try (var connection = database.readers().getConnection()) {
      var info = StoreTable.read(connection)
          .orElseThrow(() -> new StoreFault(file + " was never finished."));
      StoreTable.requireMatch(info, null, environment);
      return new StoreView(file, database, info);
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e instanceof StoreFault fault
          ? fault
          : new StoreFault("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Copies the store of a directory, as it was last committed, into another; nothing if there is none.
   *
   * @throws StoreFault if it cannot be copied
   */
  public static void copy(Path directory, Path other) {
    var file = directory.resolve(SqliteEventStore.FILE);
    if (Files.exists(file)) {
      SqliteDatabase.backup(file, other.resolve(SqliteEventStore.FILE));
    }
  }

  /** The file it is in. */
  Path file() {
    return file;
  }

  public StoreInfo info() {
    return info;
  }

  /** The last committed point. Positions have no gaps: its position is also the number of events. */
  public Head head() {
    return events.head();
  }

  /** The point at a position; empty if the history is not that long. */
  public Optional<Head> headAt(long position) {
    return events.headAt(position);
  }

  /** The events that are committed now, in the order of their positions, read as one goes along. */
  public Iterable<RecordedEvent> events() {
    return () -> new EventPages(events);
  }

  /**
   * The history as it was when a position was its end.
   *
   * @throws StoreFault if it is not that long
   */
  public EventReader eventsUpTo(long position) {
    return new EventsUpTo(events, info.storeId(), headAt(position).orElseThrow(
        () -> new StoreFault("The event store does not reach event %d.".formatted(position))));
  }

  /**
   * The last event of a stream, up to a place in the stream and a position; empty if there is none.
   *
   * @param stream such as {@code goal/0197…}
   */
  public Optional<EventMention> lastOf(String stream, long sequence, long position) {
    return events.lastOf(stream, sequence, position);
  }

  /** Looks whether the store is what it was when it was written. */
  public StoreCheck check() {
    return new StoreCheck(database.readers(), Codecs.current(), info.storeId());
  }

  /** The lookup of entities as it was last committed. */
  public Entities entities() {
    return entities;
  }

  /**
   * What a purge would empty now.
   *
   * @throws org.fractalgoals.domain.rule.RuleViolation if there is no such thing in the fractal, or it was purged before
   */
  public PurgePlan purgePlan(EntityRef ref, String rootId) {
    try (var connection = database.readers().getConnection();
        var statements = new StatementCache(connection)) {
      return PurgePlan.of(ref, rootId, statements, Codecs.current());
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }

  /** Where the texts of what a purge would empty are besides: it does not reach them. */
  public Copies copies(PurgePlan plan, String rootId) {
    try (var connection = database.readers().getConnection();
        var statements = new StatementCache(connection)) {
      return new CopySearch(statements, Codecs.current()).copies(plan, rootId);
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }

  /** What imports left in the store. */
  public ImportHistory imports() {
    return new StoredImports(database.readers(), Codecs.current());
  }

  /** The history as it can be asked. */
  public AuditTrail audit() {
    return new StoredAudit(database.readers(), Codecs.current(), info.zone());
  }

  @Override
  public void close() {
    database.close();
  }
}
