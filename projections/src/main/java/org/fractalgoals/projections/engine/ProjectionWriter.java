package org.fractalgoals.projections.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.event.EventBatch;
import org.fractalgoals.domain.event.Head;
import org.fractalgoals.domain.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches of events through projectors, rows and position in one transaction. For one thread.
 */
public final class ProjectionWriter implements AutoCloseable {

  private static final String ADVANCE = """
    UPDATE projection
    SET position = ?1, hash = ?2
    WHERE position = ?3
    """;

  private final Connection connection;
  private final Statements statements;
  private final List<Projector> projectors;
  private Head head;
  private @Nullable RecordedEvent applying;

  /**
   * @param connection the only one that writes, in auto-commit mode; belongs to the writer from now on
   * @param head the point its rows are at
   */
  public ProjectionWriter(Connection connection, List<Projector> projectors, Head head) {
    this.connection = connection;
    this.statements = new Statements(connection);
    this.projectors = List.copyOf(projectors);
    this.head = head;
  }

  /** The point the committed rows are at. */
  public Head head() {
    return head;
  }

  /** The event that the projectors were at when the last batch failed; null if it did not, or not because of one. */
  @Nullable
  RecordedEvent applying() {
    return applying;
  }

  /** All the events of a store are coming, and until {@link #endBulk} they are one transaction that is never undone. */
  void beginBulk() throws SQLException {
    // so the driver need not ask before each statement whether it is in a transaction
    connection.setAutoCommit(false);
    statements.beginBulk();
    for (var projector : projectors) {
      projector.bulkBegins(statements);
    }
  }

  /** From now on events come as they happen. */
  void endBulk() throws SQLException {
    for (var projector : projectors) {
      projector.bulkEnds(statements);
    }
    statements.endBulk();
    connection.setAutoCommit(true);
  }

  /**
   * Applies what is new in a batch, all of it or nothing.
   *
   * @throws SQLException if it cannot be written; then, and where a projector throws, nothing of the batch is written
   */
  public void apply(EventBatch batch) throws SQLException {
    if (batch.last().position() <= head.position()) {
      return;
    }
    if (statements.isBulk()) {
      write(batch);
    } else {
      writeOrUndo(batch);
    }
    head = batch.last();
  }

  private void writeOrUndo(EventBatch batch) throws SQLException {
    try {
      // Said plainly, not left to the driver: where SQLite has rolled back by itself, it would not begin again
      // and each statement would be a transaction of its own.
      statements.update("BEGIN IMMEDIATE");
      write(batch);
      statements.update("COMMIT");
    } catch (Throwable cause) {
      rollBack(cause);
      throw cause;
    }
  }

  private void write(EventBatch batch) throws SQLException {
    for (var event : batch.events()) {
      if (event.position() > head.position()) {
        applying = event;
        for (var projector : projectors) {
          projector.apply(event, statements);
        }
      }
    }
    applying = null;
    var last = batch.last();
    if (statements.update(ADVANCE, last.position(), last.hash(), head.position()) != 1) {
      throw new IllegalStateException("another program writes to the read model");
    }
  }

  private void rollBack(Throwable cause) {
    try {
      // the driver lets a statement die with some of its errors, and does not say so
      statements.close();
      statements.update("ROLLBACK");
    } catch (SQLException e) {
      // where the disk is full SQLite has done so by itself; and nothing begins while something is left to undo
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      statements.close();
    }
  }
}
