package org.fractalgoals.eventstore;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.EventQueue;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.EventStreams;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.imports.ImportHistory;
import org.fractalgoals.domain.purge.Purge;
import org.fractalgoals.domain.purge.PurgeOutline;
import org.fractalgoals.domain.purge.Purger;
import org.fractalgoals.eventstore.append.Appending;
import org.fractalgoals.eventstore.append.StoreWriter;
import org.fractalgoals.eventstore.append.StoreWriter.Work;
import org.fractalgoals.eventstore.audit.StoredAudit;
import org.fractalgoals.eventstore.chain.ChainCheck;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.idempotency.StoredRequests;
import org.fractalgoals.eventstore.key.StoredKeys;
import org.fractalgoals.eventstore.lookup.CommittedEntities;
import org.fractalgoals.eventstore.lookup.LookupRebuild;
import org.fractalgoals.eventstore.purge.PurgeWork;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase.Durability;
import org.fractalgoals.eventstore.verify.StoreCheck;

/** The event store in one SQLite file. The process that opens it must hold the {@link DirectoryLock}. */
public final class SqliteEventStore
    implements
    EventReader,
    EventAppender,
    EventQueue,
    EventStreams,
    Purger,
    AutoCloseable {

  /** Name of the file in the data directory. */
  public static final String FILE = "events.db";

  private final SqliteDatabase database;
  private final StoreInfo info;
  private final EventCodec codec;
  private final StoredEvents events;
  private final StoreWriter writer;
  private final Appending appending;
  private final StoredRequests requests;
  private final StoredKeys keys;
  private final Entities entities;
  private final EventIds ids = new TimeIds();
  private final Clock clock;

  private SqliteEventStore(SqliteDatabase database, StoreInfo info, EventCodec codec, Clock clock)
      throws SQLException {
    this.database = database;
    this.info = info;
    this.codec = codec;
    this.clock = clock;
    this.events = new StoredEvents(database.readers(), codec, info.storeId());
    this.writer = new StoreWriter(database, info.storeId());
    this.appending = new Appending(writer, codec, clock);
    this.requests = new StoredRequests(database.readers(), writer, clock);
    this.keys = new StoredKeys(database.readers(), writer, appending, ids, clock);
    this.entities = new CommittedEntities(database.readers());
  }

  /**
   * Opens the store of a data directory; makes it if there is none.
   *
   * @throws StoreFault if it cannot be opened with these options
   */
  public static SqliteEventStore open(Path directory, StoreOptions options) {
    return open(directory.resolve(FILE), options, Durability.DURABLE, Codecs.current());
  }

  /** Opens a store in a file of any name, with any events. */
  public static SqliteEventStore open(Path file, StoreOptions options, Durability durability,
      EventCodec codec) {
    var database = SqliteDatabase.open(file, durability);
    try {
      var info = infoOf(database, file, options);
      LookupRebuild.ifOutdated(database, codec);
      return new SqliteEventStore(database, info, codec, options.clock());
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e instanceof StoreFault fault
          ? fault
          : new StoreFault("%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static StoreInfo infoOf(SqliteDatabase database, Path file, StoreOptions options)
      throws SQLException {
    var existing = StoreTable.read(database.writer());
    if (existing.isPresent()) {
      StoreTable.requireMatch(existing.get(), options.zone(), options.environment());
      return StoreTable.isOlder(existing.get())
          ? FormatUpgrade.of(existing.get(), database, file, options.clock())
          : existing.get();
    }
    var zone = Objects.requireNonNullElseGet(options.zone(), ZoneId::systemDefault);
    var made = new StoreInfo(new TimeIds().next(), StoreTable.FORMAT_VERSION, zone,
        options.environment());
    StoreTable.insert(database.writer(), made);
    return made;
  }

  public StoreInfo info() {
    return info;
  }

  /** The lookup of entities as it was last committed. */
  public Entities entities() {
    return entities;
  }

  /** What imports left in the store. */
  public ImportHistory imports() {
    return new StoredImports(database.readers(), codec);
  }

  /** The history as it can be asked. */
  public AuditTrail audit() {
    return new StoredAudit(database.readers(), codec, info.zone());
  }

  /** Parts of the history, to be told again. */
  public EventHistory history() {
    return new StoredHistory(events, info.storeId());
  }

  public EventIds ids() {
    return ids;
  }

  @Override
  public String storeId() {
    return info.storeId();
  }

  @Override
  public Head head() {
    return writer.head();
  }

  @Override
  public Optional<Head> headAt(long position) {
    return events.headAt(position);
  }

  @Override
  public EventBatch readAfter(Head point, int limit) {
    return events.readAfter(point, limit);
  }

  @Override
  public void onAppend(Runnable listener) {
    writer.onCommit(listener);
  }

  @Override
  public long append(List<NewEvent> newEvents, Collection<Entity> seen) {
    return appending.append(newEvents, seen);
  }

  /** As {@link Appending#accompanied(Work, Runnable)}. */
  public void accompanied(Work<?> work, Runnable action) {
    appending.accompanied(work, action);
  }

  /** Who may use the API. */
  public StoredKeys keys() {
    return keys;
  }

  /** Requests that clients may repeat. */
  public StoredRequests requests() {
    return requests;
  }

  @Override
  public CompletableFuture<Long> appendLater(List<NewEvent> newEvents) {
    return appending.appendLater(newEvents);
  }

  @Override
  public List<DomainEvent> eventsOf(String stream) {
    return stream(stream, 0).stream().map(StreamEvent::payload).toList();
  }

  @Override
  public PurgeOutline purge(Purge command, Origin origin) {
    return writer.submit(new PurgeWork(command, origin, codec, appending, ids, clock));
  }

  /**
   * Writes the file anew, so that its pages have nothing of what was purged. Nothing else is written meanwhile, and twice
   * the room of the store is needed. What readers still read, and the journal, is left to {@link #emptyJournal}.
   *
   * @throws StoreFault if there is no room
   */
  public void rewrite() {
    writer.alone(session -> {
      database.rewrite();
      return true;
    });
  }

  /**
   * Leaves nothing in the journal of what was purged.
   *
   * @return false while somebody still reads what was there before
   */
  public boolean emptyJournal() {
    return writer.alone(session -> database.emptyJournal());
  }

  /** The events of one stream from a sequence on; what was purged is left out. */
  public List<StreamEvent> stream(String stream, long firstSequence) {
    return load(stream, firstSequence).events();
  }

  /** As {@link #stream}, and where it ends. */
  public LoadedStream load(String stream, long firstSequence) {
    return events.load(stream, firstSequence);
  }

  /** The events after a position, whatever their stream; at most {@code limit}. */
  public List<StreamEvent> after(long position, int limit) {
    return events.after(position, limit);
  }

  /** The place of the last event of a stream; empty if there is no such stream. */
  public Optional<Long> lastSequenceOf(String stream) {
    return events.lastSequenceOf(stream);
  }

  /** The last event of a fractal that is not after a position; 0 if there is none. */
  public long lastPositionOf(String rootId, long position) {
    return events.lastPositionOf(rootId, position);
  }

  /** Walks the chain from its start to what is committed now. */
  ChainCheck.Result walkChain() {
    return new StoreCheck(database.readers(), codec, storeId()).chain(position -> {});
  }

  /** Position of the last event recorded before an instant; empty if there is none. */
  public Optional<Long> lastBefore(Instant instant) {
    return events.lastBefore(instant);
  }

  /**
   * Shortcuts for long streams.
   *
   * @param states the classes of states, each annotated with {@code StoredAs}
   */
  public Snapshots snapshots(List<Class<?>> states) {
    return new Snapshots(database.readers(), writer, codec, states);
  }

  /** Finishes what is being committed, then closes the file. */
  @Override
  public void close() {
    try (database) {
      writer.close();
    }
  }
}
