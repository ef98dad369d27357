package org.fractalgoals.projections.file;

import java.sql.Connection;
import java.sql.SQLException;

import org.fractalgoals.domain.event.Head;

/** Makes read models without a file: each is in memory, and gone when its only connection is closed. */
public final class Temporary {

  private Temporary() {}

  /**
   * Makes the tables, for any events that are a beginning of each of their streams. No reference is checked, and names may
   * repeat: of two things only one may have had a name when it was given, and an import may tell later that the other
   * had it before.
   *
   * @param start the point before the first event of the store
   * @return nothing that it does is undone
   */
  public static Connection create(String storeId, Fingerprint fingerprint, Head start)
      throws SQLException {
    var connection = Connections.temporary();
    try {
      Schema.createLenient(connection, storeId, fingerprint, start);
      return connection;
    } catch (Throwable cause) {
      connection.close();
      throw cause;
    }
  }

  /** The tables are full: makes the indexes that queries need. Nothing is written from now on. */
  public static void complete(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    Schema.createIndexes(connection);
    connection.commit();
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    }
  }
}
