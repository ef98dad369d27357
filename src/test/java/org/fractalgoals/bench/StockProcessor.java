package org.fractalgoals.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.thoughtworks.xstream.XStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.RecordedEvent;
import org.fractalgoals.eventstore.Codecs;
import org.fractalgoals.eventstore.SqliteEventStore;
import org.fractalgoals.eventstore.axon.SqliteEventStorageEngine;
import org.fractalgoals.projections.activity.ActivityProjector;
import org.fractalgoals.projections.activitygroup.GroupProjector;
import org.fractalgoals.projections.engine.Projector;
import org.fractalgoals.projections.engine.Statements;
import org.fractalgoals.projections.file.Contents;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.file.Schema;
import org.fractalgoals.projections.goal.GoalProjector;
import org.fractalgoals.projections.missing.PlaceholderProjector;
import org.fractalgoals.projections.note.NoteProjector;
import org.fractalgoals.projections.program.ProgramProjector;
import org.fractalgoals.projections.session.InstanceProjector;
import org.fractalgoals.projections.session.SessionProjector;
import org.fractalgoals.projections.template.TemplateProjector;
import org.jspecify.annotations.Nullable;

/**
 * How Axon would do it: its pooled streaming processor applies the events through the projectors of the product to the
 * tables of the product, and keeps its tokens beside them, in the same transactions.
 */
final class StockProcessor {

  private static final List<Projector> PROJECTORS = List.of(new GoalProjector(),
      new GroupProjector(), new ActivityProjector(), new TemplateProjector(),
      new SessionProjector(), new InstanceProjector(), new NoteProjector(),
      new ProgramProjector(), new PlaceholderProjector());

  private static final long CLAIM_INTERVAL_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final SqliteEventStore store;
  private final int batchSize;
  private final int segments;

  StockProcessor(SqliteEventStore store, int batchSize, int segments) {
    this.store = store;
    this.batchSize = batchSize;
    this.segments = segments;
  }

  /**
   * @param seconds from the first event to the last: not the claiming of segments before
   */
  record Result(Contents contents, double seconds) {}

  /** Applies all events of the store, to a read model in that directory. */
  Result run(Path directory) throws Exception {
    var file = emptyReadModel(directory);
    var source = EmbeddedEventStore.builder()
        .storageEngine(new SqliteEventStorageEngine(store, List.of())).build();
    try (var sessions = new Sessions(file);
        var coordinator = Executors.newSingleThreadScheduledExecutor();
        var workers = Executors.newScheduledThreadPool(segments)) {
      var tokens = new Tokens(sessions);
      sessions.executeInTransaction(() -> tokens.createSchema(GenericTokenTableFactory.INSTANCE));
      var handler = new Handler(sessions, store.head().position());
      var processor = processor(source, sessions, tokens, handler)
          .coordinatorExecutor(name -> coordinator).workerExecutor(name -> workers).build();
      processor.start();
      try {
        if (!handler.done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IllegalStateException("only %d events were handled".formatted(
              handler.handled.get()));
        }
      } finally {
        processor.shutDown();
      }
      return new Result(file.contents(), (handler.end - handler.start) / 1e9);
    } finally {
      source.shutDown();
    }
  }

  private ReadModelFile emptyReadModel(Path directory) throws SQLException {
    var file = new ReadModelFile(directory.resolve("stock.db"),
        Fingerprint.of(Schema.ddl(), PROJECTORS, Codecs.version()));
    file.create(store.storeId(), store.headAt(0).orElseThrow(), false).close();
    file.makeIndexes();
    file.switchToWal();
    return file;
  }

  private PooledStreamingEventProcessor.Builder processor(EmbeddedEventStore source,
      Sessions sessions, Tokens tokens, Handler handler) {
    return PooledStreamingEventProcessor.builder().name("read-model").messageSource(source)
        .tokenStore(tokens).transactionManager(sessions)
        .eventHandlerInvoker(SimpleEventHandlerInvoker.builder().eventHandlers(handler)
            // what happens in one fractal is applied in its order
            .sequencingPolicy(event -> event.getMetaData().get(Origin.ROOT_ID)).build())
        .errorHandler(PropagatingErrorHandler.INSTANCE).batchSize(batchSize)
        .initialSegmentCount(segments).tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
        .initialToken(StreamableMessageSource::createTailToken);
  }

  /** Applies an event in the transaction of the processor. */
  private static final class Handler {

    private final Sessions sessions;
    private final long last;
    private final AtomicLong handled = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long start;
    private volatile long end;

    Handler(Sessions sessions, long last) {
      this.sessions = sessions;
      this.last = last;
    }

    @EventHandler
    @SuppressWarnings("UnusedMethod") // Axon calls it
    void on(DomainEvent payload, DomainEventMessage<?> message, TrackingToken token)
        throws SQLException {
      if (handled.get() == 0) {
        start = System.nanoTime();
      }
      var origin = Origin.from(message.getMetaData());
      var event = new RecordedEvent(token.position().orElseThrow(), message.getIdentifier(), "",
          message.getSequenceNumber(), String.valueOf(message.getMetaData().get(Origin.ROOT_ID)),
          origin.actionId(), message.getTimestamp(), List.of(), payload);
      for (var projector : PROJECTORS) {
        projector.apply(event, sessions.current().statements);
      }
      if (handled.incrementAndGet() == last) {
        end = System.nanoTime();
        done.countDown();
      }
    }
  }

  /** A connection and its prepared statements. */
  private static final class Session implements AutoCloseable {

    private final Connection connection;
    private final Statements statements;

    Session(Connection connection) {
      this.connection = connection;
      this.statements = new Statements(connection);
    }

    void run(String sql) {
      try {
        statements.update(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws SQLException {
      try (connection) {
        statements.close();
      }
    }
  }

  /** One session for each thread; transactions of a thread do not nest. */
  private static final class Sessions
      implements
      TransactionManager,
      ConnectionProvider,
      AutoCloseable {

    private final ReadModelFile file;
    private final List<Session> all = new CopyOnWriteArrayList<>();
    @SuppressWarnings("ThreadLocalUsage") // a connection is of one file
    private final ThreadLocal<@Nullable Session> ofThread = new ThreadLocal<>();

    Sessions(ReadModelFile file) {
      this.file = file;
    }

    Session current() throws SQLException {
      var session = ofThread.get();
      if (session == null) {
        session = new Session(file.openWriter());
        all.add(session);
        ofThread.set(session);
      }
      return session;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return ConnectionWrapperFactory.wrap(current().connection, new NoOpCloseHandler());
    }

    @Override
    public Transaction startTransaction() {
      try {
        var session = current();
        session.run("BEGIN IMMEDIATE");
        return new Transaction() {

          @Override
          public void commit() {
            session.run("COMMIT");
          }

          @Override
          public void rollback() {
            session.run("ROLLBACK");
          }
        };
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws SQLException {
      for (var session : all) {
        session.close();
      }
    }
  }

  /** Axon's tokens. SQLite knows no FOR UPDATE: who writes has the database for himself. */
  private static final class Tokens extends JdbcTokenStore {

    Tokens(ConnectionProvider connections) {
      super(JdbcTokenStore.builder().connectionProvider(connections).serializer(
          XStreamSerializer.builder().xStream(xStream()).build()));
    }

    private static XStream xStream() {
      var xStream = new XStream();
      xStream.allowTypesByWildcard(new String[] {"org.axonframework.**"});
      return xStream;
    }

    @Override
    protected PreparedStatement select(Connection connection, String processorName, int segment,
        boolean forUpdate) throws SQLException {
      return super.select(connection, processorName, segment, false);
    }
  }
}
