package org.fractalgoals.eventstore.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import org.fractalgoals.eventstore.chain.ChainCheck;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Looks whether a store is what it was when it was written. Only reads, each check what was committed when it began;
 * possible beside whoever writes.
 */
public final class StoreCheck {

  private interface Check<T> {
    T on(Connection connection) throws SQLException;
  }

  /** The low byte of an extended error code is its primary code. */
  private static final int PRIMARY_CODE = 0xff;

  private final DataSource readers;
  private final EventCodec codec;
  private final String storeId;

  public StoreCheck(DataSource readers, EventCodec codec, String storeId) {
    this.readers = readers;
    this.codec = codec;
    this.storeId = storeId;
  }

  /**
   * Walks the chain of hashes from the first event to the last.
   *
   * @param reached is told of each position up to which everything fits
   * @throws StoreFault if the file cannot be read
   */
  public ChainCheck.Result chain(LongConsumer reached) {
    return run(connection -> new ChainCheck(connection, codec).walk(storeId, reached));
  }

  /**
   * Compares the table {@code entity} with what the events say. Its copy from the events is a temporary file of the
   * database.
   *
   * @param most how many deviations to keep; all are counted
   * @return empty if the table was made by another version of this program, and will be made anew by this one
   * @throws StoreFault if the file cannot be read
   */
  public Optional<Deviations> lookups(int most) {
    return run(connection -> new LookupCheck(connection, codec).compare(most));
  }

  /**
   * Compares the snapshots that this program uses with the states that the events of their streams lead to.
   *
   * @param most how many deviations to keep; all are counted
   * @throws StoreFault if the file cannot be read
   */
  public Deviations snapshots(int most) {
    return run(connection -> new SnapshotCheck(connection, codec).compare(most));
  }

  /**
   * Has SQLite look through all pages of the file.
   *
   * @param most how many faults to name
   * @return what is wrong; empty if nothing is
   * @throws StoreFault if the file cannot be read
   */
  public List<String> integrity(int most) {
    return run(connection -> {
      var faults = new ArrayList<String>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("PRAGMA integrity_check(%d)".formatted(most))) {
        while (rows.next()) {
          faults.add(rows.getString(1));
        }
      } catch (SQLiteException e) {
        // the root of a table or index is not even good enough for SQLite to begin
        if ((e.getResultCode().code & PRIMARY_CODE) != SQLiteErrorCode.SQLITE_CORRUPT.code) {
          throw e;
        }
        faults.add(String.valueOf(e.getMessage()));
      }
      return faults.equals(List.of("ok")) ? List.of() : List.copyOf(faults);
    });
  }

  /** In one transaction, so that all of a check sees the same; what is temporary goes with it. */
  private <T> T run(Check<T> check) {
    try (var connection = readers.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return check.on(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreFault("The event store could not be read: " + e.getMessage(), e);
    }
  }
}
