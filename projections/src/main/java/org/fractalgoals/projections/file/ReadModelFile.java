package org.fractalgoals.projections.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.domain.event.EventReader;
import org.fractalgoals.domain.event.Head;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * A file that holds the rows of one fingerprint. It can be thrown away at any time: the events make it again.
 *
 * @param path where it is, or will be
 */
public record ReadModelFile(Path path, Fingerprint fingerprint) {

  private static final Set<Integer> PASSING = Set.of(SQLiteErrorCode.SQLITE_BUSY.code,
      SQLiteErrorCode.SQLITE_LOCKED.code, SQLiteErrorCode.SQLITE_CANTOPEN.code,
      SQLiteErrorCode.SQLITE_PERM.code, SQLiteErrorCode.SQLITE_READONLY.code,
      SQLiteErrorCode.SQLITE_IOERR.code, SQLiteErrorCode.SQLITE_FULL.code);
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

  /**
   * Why the file cannot be used with a store; empty if it can.
   *
   * @throws ReadModelFault if that cannot be found out
   */
  public Optional<String> defect(EventReader events) {
    try {
      var damage = damage();
      return Optional.ofNullable(
          damage == null ? mismatch(StoredPosition.in(path), events) : damage);
    } catch (SQLException e) {
      if (isPassing(e)) {
        throw cannot("opened", e);
      }
      return Optional.of("is damaged (" + e.getMessage() + ")");
    }
  }

  /**
   * What the file says of itself. Possible beside the program that writes it.
   *
   * @throws ReadModelFault if it is not readable
   */
  public StoredPosition position() {
    try {
      return StoredPosition.in(path);
    } catch (SQLException e) {
      throw new ReadModelFault(
          "The read model %s cannot be read (%s): the next start of the server builds it anew."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /**
   * Makes the file, with its tables.
   *
   * @param start the point before the first event of the store
   * @param references whether references are checked with each statement, or else by {@link #check}
   * @return the only connection, for as long as the file is not complete; nothing it does is undone
   */
  public Connection create(String storeId, Head start, boolean references)
      throws SQLException {
    var connection = Connections.bulkWriter(path, references);
    try {
      Schema.create(connection, storeId, fingerprint, start);
      return connection;
    } catch (Throwable cause) {
      connection.close();
      throw cause;
    }
  }

  /** Makes the indexes that only queries need, of a file that nobody else has open. */
  public void makeIndexes() throws SQLException {
    try (var connection = Connections.bulkWriter(path, false)) {
      Schema.createIndexes(connection);
    }
  }

  /** Whether all rows of a file that nobody else has open refer to rows that are there. */
  public boolean referencesHold() throws SQLException {
    try (var connection = Connections.bulkWriter(path, false)) {
      return Soundness.brokenReferences(connection) == 0;
    }
  }

  /**
   * Looks whether a file that nobody else has open is sound: its pages, and whether each index has as many
   * entries as it must.
   *
   * @throws ReadModelFault if it is not
   */
  public void check() throws SQLException {
    try (var connection = Connections.bulkWriter(path, false)) {
      var faults = Soundness.faults(connection);
      if (!faults.isEmpty()) {
        throw new ReadModelFault("The read model %s is not sound: %s".formatted(path, faults),
            null);
      }
    }
  }

  /** Lets readers and the writer not wait for each other from now on. Nobody may have the file open. */
  public void switchToWal() throws SQLException {
    openWriter().close();
  }

  /**
   * Counts what is in it.
   *
   * @throws ReadModelFault if it is not readable
   */
  public Contents contents() {
    try (var readers = openReaders(); var connection = readers.getConnection()) {
      return Contents.of(connection);
    } catch (SQLException e) {
      throw cannot("read", e);
    }
  }

  /** The connection that writes, of which there must be only one. */
  public Connection openWriter() throws SQLException {
    return Connections.writer(path);
  }

  /** A pool of connections that only read. */
  public HikariDataSource openReaders() throws SQLException {
    return Connections.readers(path);
  }

  /**
   * Takes another name. Nobody may have it open.
   *
   * @throws ReadModelFault if the disk refuses
   */
  public void renameTo(ReadModelFile other) {
    try {
      Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw cannot("moved", e);
    }
  }

  /**
   * Removes it. Nobody may have it open.
   *
   * @throws ReadModelFault if the disk refuses
   */
  public void delete() {
    try {
      for (var companion : COMPANIONS) {
        Files.deleteIfExists(path.resolveSibling(path.getFileName() + companion));
      }
    } catch (IOException e) {
      throw cannot("removed", e);
    }
  }

  /** The fault that the file cannot be used in some way. */
  public ReadModelFault cannot(String be, Exception cause) {
    return new ReadModelFault("The read model %s cannot be %s: %s".formatted(path, be,
        cause.getMessage()), cause);
  }

  private @Nullable String damage() throws SQLException {
    try (var connection = Connections.writer(path); var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("PRAGMA quick_check(1)")) {
        var verdict = row.getString(1);
        if (!"ok".equals(verdict)) {
          return "is damaged (" + verdict + ")";
        }
      }
      return Schema.isIn(connection) ? null : "has not the tables and indexes it must have";
    }
  }

  private @Nullable String mismatch(StoredPosition stored, EventReader events) {
    if (!stored.fingerprint().equals(fingerprint.hex())) {
      return "was made by another version of this program";
    }
    if (!stored.storeId().equals(events.storeId())) {
      return "belongs to another event store";
    }
    var there = events.headAt(stored.position());
    if (there.isEmpty()) {
      return "is ahead of the event store";
    }
    return there.get().equals(stored.head())
        ? null
        : "shows another history than the event store";
  }

  /** Whether an error comes from around the file, and says nothing about what is in it. */
  private static boolean isPassing(SQLException e) {
    // the low byte of an extended code is its primary code
    return e instanceof SQLiteException sqlite
        && PASSING.contains(sqlite.getResultCode().code & 0xff);
  }
}
