package org.fractalgoals.projections.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The one place that opens the files of the read model. */
public final class Connections {

  private static final int BUSY_MILLIS = 10_000;
  private static final int READERS = 8;

  private static final Map<String, String> OF_WRITER = Map.of("foreign_keys", "1", "journal_mode",
      "wal", "synchronous", "1", "busy_timeout", String.valueOf(BUSY_MILLIS));
  /** Negative: not pages, but their size. */
  private static final int BULK_CACHE_KIBIBYTES = -100_000;
  /** What one question about a large fractal looks into: the default would read it again with the next. */
  private static final int READER_CACHE_KIBIBYTES = -16_000;
  private static final Map<String, String> OF_BULK_WRITER = Map.of("journal_mode", "off",
      "synchronous", "0");
  private static final Map<String, String> OF_READER = Map.of("query_only", "1", "busy_timeout",
      String.valueOf(BUSY_MILLIS));

  private Connections() {}

  /** The connection that writes; makes the file if there is none. */
  static Connection writer(Path file) throws SQLException {
    var config = common();
    // readers never wait for the writer, nor it for them
    config.setJournalMode(JournalMode.WAL);
    // power lost: the last transactions may be gone, and are applied again from the events
    config.setSynchronous(SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    // a transaction that began by reading could not become a writing one
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    return asserted(source(file, config).getConnection(), OF_WRITER);
  }

  /**
   * The only connection to a file that is worthless until it is complete: nothing is journaled or synced.
   *
   * @param references whether references are checked with each statement, and not in the end
   */
  static Connection bulkWriter(Path file, boolean references) throws SQLException {
    var config = common();
    config.setJournalMode(JournalMode.OFF);
    config.setSynchronous(SynchronousMode.OFF);
    config.setCacheSize(BULK_CACHE_KIBIBYTES);
    config.enforceForeignKeys(references);
    return asserted(source(file, config).getConnection(), OF_BULK_WRITER);
  }

  /** A connection that only reads, also beside the program that writes. */
  public static Connection reader(Path file) throws SQLException {
    var config = common();
    config.setReadOnly(true);
    return mustStayAsItIs(file)
        ? unchanging(file, config).getConnection()
        : source(file, config).getConnection();
  }

  /** A database of its own, gone when it is closed. */
  static Connection inMemory() throws SQLException {
    return source(Path.of(":memory:"), common()).getConnection();
  }

  /** The only connection to a database without a file, gone when it is closed: nothing is journaled, nothing undone. */
  static Connection temporary() throws SQLException {
    var config = common();
    config.setJournalMode(JournalMode.OFF);
    return source(Path.of(":memory:"), config).getConnection();
  }

  /** A pool of connections that only read. */
  static HikariDataSource readers(Path file) throws SQLException {
    var pool = new HikariConfig();
    pool.setPoolName("read-model");
    var config = common();
    config.setCacheSize(READER_CACHE_KIBIBYTES);
    pool.setDataSource(mustStayAsItIs(file) ? unchanging(file, config) : source(file, config));
    // has no property of its own; a connection that was opened read-only could not start a WAL
    pool.setConnectionInitSql("PRAGMA query_only = ON");
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(1);
    var readers = new HikariDataSource(pool);
    try (var connection = readers.getConnection()) {
      asserted(connection, OF_READER);
      return readers;
    } catch (Throwable cause) {
      readers.close();
      throw cause;
    }
  }

  private static SQLiteConfig common() {
    var config = new SQLiteConfig();
    // a checkpoint may keep others waiting for a moment
    config.setBusyTimeout(BUSY_MILLIS);
    // would ask for the last rowid after each INSERT
    config.setGetGeneratedKeys(false);
    return config;
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Of a file that nobody writes, in a directory where SQLite could not even make a journal to read it. */
  private static SQLiteDataSource unchanging(Path file, SQLiteConfig config) {
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:file:%s?immutable=1"
        .formatted(file.toAbsolutePath().toUri().getRawPath()));
    return source;
  }

  private static boolean mustStayAsItIs(Path file) {
    var place = file.toAbsolutePath();
    return !Files.isWritable(place.getParent())
        && !Files.exists(place.resolveSibling(place.getFileName() + "-wal"));
  }

  /** Gives the connection back if its pragmas are as they must be, and closes it otherwise. */
  private static Connection asserted(Connection connection, Map<String, String> pragmas)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var pragma : pragmas.entrySet()) {
        try (var row = statement.executeQuery("PRAGMA " + pragma.getKey())) {
          var value = row.getString(1);
          if (!pragma.getValue().equals(value)) {
            throw new SQLException("PRAGMA %s is %s instead of %s".formatted(pragma.getKey(),
                value, pragma.getValue()));
          }
        }
      }
      return connection;
    } catch (Throwable cause) {
      connection.close();
      throw cause;
    }
  }
}
