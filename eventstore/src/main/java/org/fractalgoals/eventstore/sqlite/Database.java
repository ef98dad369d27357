package org.fractalgoals.eventstore.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * What the event store needs of its database engine, and all that differs between engines besides the DDL. The
 * conformance suite tells whether another engine will do.
 */
public interface Database extends AutoCloseable {

  /** The only connection that writes. Only the writer thread uses it. */
  Connection writer();

  /** Connections that only read, each query on the last committed state. */
  DataSource readers();

  /** Begins a transaction that will write and is alone in doing so. */
  String beginWriting();

  /** Whether nobody reads before the writer is closed, and nobody wants what is not complete. */
  boolean isLoaded();

  /** Whether a unique index refused a row. */
  boolean isUniqueViolation(SQLException e);

  /** Whether the disk is full. */
  boolean isFull(SQLException e);

  /**
   * Writes all that is stored anew, so that the pages have nothing of what was overwritten. Only in no transaction; needs
   * twice the room of the store for a while.
   */
  void rewrite() throws SQLException;

  /**
   * Leaves nothing in the journal of what was overwritten. Only in no transaction.
   *
   * @return false while somebody still reads what was there before
   */
  boolean emptyJournal() throws SQLException;

  /** Closes all connections; what was committed is in the main file afterwards. */
  @Override
  void close();
}
