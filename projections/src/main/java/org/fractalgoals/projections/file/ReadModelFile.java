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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file that holds the rows of one fingerprint. It can be thrown away at any time: the events make it again.
 *
 * @param path where it is, or will be
 */
public record ReadModelFile(Path path, Fingerprint fingerprint) {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModelFile.class);
  private static final Set<Integer> PASSING = Set.of(SQLiteErrorCode.SQLITE_BUSY.code,
      SQLiteErrorCode.SQLITE_LOCKED.code, SQLiteErrorCode.SQLITE_CANTOPEN.code,
      SQLiteErrorCode.SQLITE_PERM.code, SQLiteErrorCode.SQLITE_READONLY.code,
      SQLiteErrorCode.SQLITE_IOERR.code, SQLiteErrorCode.SQLITE_FULL.code);
  private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");

  public static ReadModelFile in(Path directory, Fingerprint fingerprint) {
    return new ReadModelFile(directory.resolve(fingerprint.fileName()), fingerprint);
  }

  /**
   * Sees to it that the file is sound and fits the store. Whatever does not is replaced by an empty read model that
   * stands before the first event.
   *
   * @return the point its rows are at
   * @throws ReadModelFault if the file can neither be used nor replaced
   */
  public Head prepareFor(EventReader events) {
    try {
      var defect = Files.exists(path) ? defect(events) : null;
      if (defect != null) {
        LOG.warn("{} {}: it is built anew from the events", path.getFileName(), defect);
        delete();
      }
      return Files.exists(path) ? StoredPosition.in(path).head() : create(events);
    } catch (SQLException | IOException e) {
      throw new ReadModelFault("The read model %s cannot be opened: %s".formatted(path,
          e.getMessage()), e);
    }
  }

  /**
   * What the file says of itself; empty if there is none. Possible beside the program that writes it.
   *
   * @throws ReadModelFault if it is not readable
   */
  public Optional<StoredPosition> peek() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(StoredPosition.in(path));
    } catch (SQLException e) {
      throw new ReadModelFault(
          "The read model %s cannot be read (%s): the next start of the server builds it anew."
              .formatted(path, e.getMessage()),
          e);
    }
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
      throw new ReadModelFault("The read model %s cannot be read: %s".formatted(path,
          e.getMessage()), e);
    }
  }

  /**
   * Takes the place of the file that another directory has for the same fingerprint. Neither may be open.
   *
   * @throws ReadModelFault if the disk refuses
   */
  public void moveTo(Path directory) {
    var target = in(directory, fingerprint);
    try {
      target.delete();
      Files.move(path, target.path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ReadModelFault("The read model %s cannot be put in its place: %s".formatted(path,
          e.getMessage()), e);
    }
  }

  /** The connection that writes, of which there must be only one. */
  public Connection openWriter() throws SQLException {
    return Connections.writer(path);
  }

  /** The only connection, for as long as the file is not complete. */
  public Connection openBulkWriter() throws SQLException {
    return Connections.bulkWriter(path);
  }

  /** A pool of connections that only read. */
  public HikariDataSource openReaders() throws SQLException {
    return Connections.readers(path);
  }

  private @Nullable String defect(EventReader events) throws SQLException {
    try {
      var damage = damage();
      return damage == null ? mismatch(StoredPosition.in(path), events) : damage;
    } catch (SQLException e) {
      if (isPassing(e)) {
        throw e;
      }
      return "is damaged (" + e.getMessage() + ")";
    }
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

  private Head create(EventReader events) throws SQLException, IOException {
    Files.createDirectories(path.getParent());
    var start = events.headAt(0)
        .orElseThrow(() -> new IllegalStateException("a store without a beginning"));
    try (var connection = Connections.writer(path)) {
      Schema.create(connection, events.storeId(), fingerprint, start);
    }
    return start;
  }

  private void delete() throws IOException {
    for (var companion : COMPANIONS) {
      Files.deleteIfExists(path.resolveSibling(path.getFileName() + companion));
    }
  }
}
