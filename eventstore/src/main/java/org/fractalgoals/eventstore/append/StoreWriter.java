package org.fractalgoals.eventstore.append;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.fault.StoreIsFull;
import org.fractalgoals.eventstore.sqlite.Database;
import org.fractalgoals.eventstore.sqlite.StatementCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all work that is waiting, runs each piece in a savepoint of its own, commits them
 * with one sync of the disk, and only then answers. A file that is being loaded has one commit, when the writer is
 * closed.
 */
public final class StoreWriter implements AutoCloseable {

  /** A piece of work: all of it happens, or none. Runs on the writer's thread. */
  @FunctionalInterface
  public interface Work<R> {
    R run(Session session) throws SQLException;
  }

  /** What work may use while it runs. */
  public final class Session {

    private Session() {}

    public StatementCache statements() {
      return statements;
    }

    EventTable events() {
      return events;
    }

    Tip tip() {
      return tip;
    }

    void advance(Tip next) {
      tip = next;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);

  /** More waiting work than this is left for the next commit. */
  private static final int MOST_PER_COMMIT = 256;

  private final Database database;
  private final String storeId;
  private final StatementCache statements;
  private final EventTable events;
  private final Session session = new Session();
  private final BlockingQueue<Piece<?>> queue = new LinkedBlockingQueue<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private Tip tip;
  private volatile Tip committed;
  /** Whether the one commit of a file that is being loaded is under way. */
  private boolean loading;
  private volatile boolean closed;

  public StoreWriter(Database database, String storeId) throws SQLException {
    this.database = database;
    this.storeId = storeId;
    this.statements = new StatementCache(database.writer());
    this.events = new EventTable(statements, database);
    this.tip = Tip.read(statements, storeId);
    this.committed = tip;
    this.thread = new Thread(this::serve, "event-store-writer");
    thread.start();
  }

  /** The last committed point. */
  public Head head() {
    return committed.head();
  }

  /** How many pieces of work wait for the commit after the present one. */
  public int waiting() {
    return queue.size();
  }

  /** Calls back after each commit, on the writer's thread. */
  public void onCommit(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Runs the work and waits until it is committed.
   *
   * @throws RuntimeException whatever the work throws; nothing of it is stored then
   * @throws StoreFault if it could not be stored
   */
  public <R> R submit(Work<R> work) {
    return awaited(queue(work));
  }

  private static <R> R awaited(CompletableFuture<R> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** As {@link #submit}, but does not wait: the answer comes when the work is committed. */
  public <R> CompletableFuture<R> queue(Work<R> work) {
    return queue(new Piece<>(work, false));
  }

  /**
   * Runs the work in no transaction, while nothing else is written, and waits for it.
   *
   * @throws RuntimeException whatever the work throws
   * @throws StoreFault if the database refuses
   */
  public <R> R alone(Work<R> work) {
    return awaited(queue(new Piece<>(work, true)));
  }

  private <R> CompletableFuture<R> queue(Piece<R> piece) {
    queue.add(piece);
    if (closed) {
      failWaiting();
    }
    return piece.answer;
  }

  /** Finishes the commit that is under way, refuses what still waits. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failWaiting();
    endLoad();
  }

  private void endLoad() {
    if (loading) {
      loading = false;
      try {
        statements.execute("COMMIT");
      } catch (SQLException e) {
        throw fault(e);
      }
    }
  }

  private void failWaiting() {
    for (var piece = queue.poll(); piece != null; piece = queue.poll()) {
      piece.answer.completeExceptionally(new StoreFault("The event store is closed."));
    }
  }

  private void serve() {
    var batch = new ArrayList<Piece<?>>();
    try {
      while (!closed) {
        var next = queue.take();
        if (next.alone) {
          runAlone(next);
        } else {
          batch.add(next);
          addWaiting(batch);
          commit(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      // closed while waiting for work
      Thread.currentThread().interrupt();
    } finally {
      closed = true;
      failWaiting();
    }
  }

  private void addWaiting(List<Piece<?>> batch) {
    var next = queue.peek();
    while (next != null && !next.alone && batch.size() < MOST_PER_COMMIT) {
      batch.add(queue.remove());
      next = queue.peek();
    }
  }

  private void runAlone(Piece<?> piece) {
    try {
      // some things SQLite does only while no statement is under way
      statements.close();
      piece.run(session);
    } catch (SQLException e) {
      piece.refuse(fault(e));
    } catch (RuntimeException e) {
      piece.refuse(e);
    }
    piece.answer();
  }

  private void commit(List<Piece<?>> batch) {
    try {
      begin();
      for (var piece : batch) {
        runInSavepoint(piece);
      }
      end();
    } catch (SQLException | RuntimeException | Error e) {
      var fault = rollBack(e);
      if (!isStored(tip, fault)) {
        tip = committed;
        batch.forEach(piece -> piece.answer.completeExceptionally(fault));
        return;
      }
    }
    var changed = tip.position() > committed.position();
    committed = tip;
    if (changed) {
      listeners.forEach(StoreWriter::call);
    }
    batch.forEach(Piece::answer);
  }

  private void begin() throws SQLException {
    if (!loading) {
      statements.execute(database.beginWriting());
      loading = database.isLoaded();
    }
  }

  private void end() throws SQLException {
    if (!loading) {
      statements.execute("COMMIT");
    }
  }

  /** Whoever waits for an answer gets it, whatever becomes of those who only listen. */
  private static void call(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("a listener to commits failed", e);
    }
  }

  private void runInSavepoint(Piece<?> piece) throws SQLException {
    var before = tip;
    statements.execute("SAVEPOINT piece");
    try {
      piece.run(session);
    } catch (SQLException e) {
      tip = before;
      undo(e);
      piece.refuse(fault(e));
    } catch (RuntimeException e) {
      tip = before;
      statements.execute("ROLLBACK TO piece");
      piece.refuse(e);
    }
    statements.execute("RELEASE piece");
  }

  /** Where the disk is full SQLite has rolled back all of the commit by itself: then that is what is to be said. */
  private void undo(SQLException reason) throws SQLException {
    try {
      statements.close(); // the driver lets statements die with some errors, and does not say so
      statements.execute("ROLLBACK TO piece");
    } catch (SQLException nothingLeftToUndo) {
      reason.addSuppressed(nothingLeftToUndo);
      throw reason;
    }
  }

  private StoreFault rollBack(Throwable reason) {
    var fault = reason instanceof SQLException sql
        ? fault(sql)
        : new StoreFault("The event store could not be written.", reason);
    loading = false;
    try {
      statements.close();
      statements.execute("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // SQLite rolls back by itself where the disk is full or broken; there is nothing left to undo then
      fault.addSuppressed(alreadyRolledBack);
    }
    return fault;
  }

  /** A commit that reports an error may have happened all the same: what others read in the file tells. */
  private boolean isStored(Tip wanted, StoreFault fault) {
    if (wanted.position() == committed.position()) {
      return false;
    }
    try (var connection = database.readers().getConnection();
        var reading = new StatementCache(connection)) {
      return Tip.read(reading, storeId).head().equals(wanted.head());
    } catch (SQLException unreadable) {
      fault.addSuppressed(unreadable);
      return false;
    }
  }

  private StoreFault fault(SQLException e) {
    return database.isFull(e)
        ? new StoreIsFull(e)
        : new StoreFault("The event store could not be written: " + e.getMessage(), e);
  }

  /** Work and the answer its caller waits for. The answer is held back until the commit. */
  private static final class Piece<R> {

    private final Work<R> work;
    private final boolean alone;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private Runnable outcome = () -> {};

    private Piece(Work<R> work, boolean alone) {
      this.work = work;
      this.alone = alone;
    }

    private void run(Session session) throws SQLException {
      R result = work.run(session);
      outcome = () -> answer.complete(result);
    }

    private void refuse(RuntimeException reason) {
      outcome = () -> answer.completeExceptionally(reason);
    }

    private void answer() {
      outcome.run();
    }
  }
}
