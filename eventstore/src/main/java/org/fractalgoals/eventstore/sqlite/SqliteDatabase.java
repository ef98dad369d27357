package org.fractalgoals.eventstore.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The one place that opens the SQLite file of an event store. */
public final class SqliteDatabase implements Database {

  /** What a commit promises. */
  public enum Durability {
    /** A committed event survives a power cut. Readers and the writer do not wait for each other. */
    DURABLE(JournalMode.WAL, SynchronousMode.FULL, 2, 16, false),
    /** For a file that nobody trusts before it is complete: worthless after a power cut. */
    STAGING(JournalMode.WAL, SynchronousMode.OFF, 0, 200, false),
    /** For such a file that nobody reads either: worthless after any failure, each page is written once. */
    LOADING(JournalMode.OFF, SynchronousMode.OFF, 0, 400, true),
    /** For a file that is to be moved: durable, and nothing beside it once it is closed. */
    GATHERED(JournalMode.DELETE, SynchronousMode.FULL, 2, 16, false);

    private final JournalMode journalMode;
    private final SynchronousMode synchronousMode;
    /** What {@code PRAGMA synchronous} answers. */
    private final int synchronousLevel;
    /** How many megabytes of pages the writer keeps. */
    private final int cacheMegabytes;
    private final boolean loads;

    Durability(JournalMode journalMode, SynchronousMode synchronousMode, int synchronousLevel,
        int cacheMegabytes, boolean loads) {
      this.journalMode = journalMode;
      this.synchronousMode = synchronousMode;
      this.synchronousLevel = synchronousLevel;
      this.cacheMegabytes = cacheMegabytes;
      this.loads = loads;
    }
  }

  /** Most events have about a kilobyte: fewer, larger pages are read and written faster where there are many. */
  private static final int PAGE_BYTES = 16_384;
  private static final int READERS = 8;
  private static final int BUSY_MILLIS = 10_000;

  /** The low byte of an extended error code is its primary code. */
  private static final int PRIMARY_CODE = 0xff;

  private final @Nullable Connection writer;
  private final HikariDataSource readers;
  private final boolean loaded;

  private SqliteDatabase(@Nullable Connection writer, HikariDataSource readers, boolean loaded) {
    this.writer = writer;
    this.readers = readers;
    this.loaded = loaded;
  }

  /**
   * Opens a file for reading and writing; makes it, with its tables, if there is none.
   *
   * @throws StoreFault if it cannot be opened, or is not an event store
   */
  public static SqliteDatabase open(Path file, Durability durability) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      var writer = connectWriter(file, durability);
      try {
        createTables(writer, file);
        requireNoCutTail(writer, file);
        return new SqliteDatabase(writer, pool(file), durability.loads);
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw cannotOpen(file, e);
    }
  }

  /**
   * Opens an existing file for reading only, beside whoever writes to it.
   *
   * @throws StoreFault if it cannot be opened, or is not an event store
   */
  public static SqliteDatabase openReadOnly(Path file) {
    // the pool would try again and again for a long time before it says what is wrong
    try (var connection = reading(file).getConnection()) {
      if (!isEventStore(connection)) {
        throw new StoreFault(file + " is not an event store.");
      }
      return new SqliteDatabase(null, pool(file), false);
    } catch (SQLException e) {
      throw cannotOpen(file, e);
    }
  }

  /** One connection to a file, which may be anything, for reading only. */
  public static Connection connectReadOnly(Path file) throws SQLException {
    var config = common();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static StoreFault cannotOpen(Path file, SQLException e) {
    return new StoreFault("%s cannot be opened: %s".formatted(file, e.getMessage()), e);
  }

  /** The size of the pages is settled by the first thing that is written, which here is the kind of journal. */
  private static void make(Path file) throws SQLException {
    try (var connection = common().createConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + PAGE_BYTES);
      statement.execute("PRAGMA journal_mode = WAL");
    }
  }

  private static Connection connectWriter(Path file, Durability durability) throws SQLException {
    var config = common();
    config.setJournalMode(durability.journalMode);
    config.setSynchronous(durability.synchronousMode);
    // what is purged must not stay in free pages
    config.setPragma(Pragma.SECURE_DELETE, "true");
    // hides a SELECT behind every INSERT otherwise; given as a pragma the driver would pass over it
    config.setGetGeneratedKeys(false);
    config.setPragma(Pragma.CACHE_SIZE, String.valueOf(-1000 * durability.cacheMegabytes));
    var connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      requirePragmas(connection,
          Map.of("journal_mode", durability.journalMode.name(), "synchronous",
              String.valueOf(durability.synchronousLevel), "secure_delete", "1"));
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static SQLiteDataSource reading(Path file) {
    var config = common();
    config.setReadOnly(true);
    var source = new SQLiteDataSource(config);
    source.setUrl(mustStayAsItIs(file)
        ? "jdbc:sqlite:file:%s?immutable=1".formatted(file.toAbsolutePath().toUri().getRawPath())
        : "jdbc:sqlite:" + file);
    return source;
  }

  /**
   * Whether neither this process nor, at this moment, another one writes the file: where a directory is read-only SQLite
   * cannot make the journal without which it does not read such a file, unless it is told that there is no need to.
   */
  private static boolean mustStayAsItIs(Path file) {
    var place = file.toAbsolutePath();
    return !Files.isWritable(place.getParent())
        && !Files.exists(place.resolveSibling(place.getFileName() + "-wal"));
  }

  private static HikariDataSource pool(Path file) {
    var pool = new HikariConfig();
    pool.setDataSource(reading(file));
    // as the connections are: the pool would try to change them otherwise
    pool.setReadOnly(true);
    pool.setPoolName("event-store-readers");
    pool.setMaximumPoolSize(READERS);
    pool.setMinimumIdle(0);
    // the file is asked for when the first query comes, so that its own error reaches the caller
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  private static SQLiteConfig common() {
    var config = new SQLiteConfig();
    // a checkpoint or another process may hold the file for a moment
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  private static void requirePragmas(Connection connection, Map<String, String> expected)
      throws SQLException {
    for (var pragma : expected.entrySet()) {
      try (var statement = connection.createStatement();
          var result = statement.executeQuery("PRAGMA " + pragma.getKey())) {
        var actual = result.next() ? result.getString(1) : "nothing";
        if (!pragma.getValue().equalsIgnoreCase(actual)) {
          throw new StoreFault("SQLite did not accept %s = %s; it answers %s.".formatted(
              pragma.getKey(), pragma.getValue(), actual));
        }
      }
    }
  }

  private static void createTables(Connection connection, Path file) throws SQLException {
    if (isEventStore(connection)) {
      return;
    }
    if (!isEmpty(connection)) {
      throw new StoreFault(file + " is a database, but not an event store.");
    }
    try (var statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      run("schema.sql", statement);
      run("side-tables.sql", statement);
      statement.execute("COMMIT");
    }
  }

  private static void run(String script, Statement statement) throws SQLException {
    for (var ddl : declarations(script)) {
      statement.execute(ddl);
    }
  }

  /** SQLite remembers the last position it gave. Going on behind a cut would give positions twice and hide the cut. */
  private static void requireNoCutTail(Connection connection, Path file) throws SQLException {
    var last = count(connection, "SELECT coalesce(max(position), 0) FROM events");
    var given = count(connection,
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'events'");
    if (given > last) {
      throw new StoreFault("%s ends at event %d, but event %d was stored: restore a backup."
          .formatted(file, last, given));
    }
  }

  private static boolean isEventStore(Connection connection) throws SQLException {
    return count(connection,
        "SELECT count(*) FROM sqlite_master WHERE name IN ('store', 'events', 'entity')") == 3;
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    return count(connection, "SELECT count(*) FROM sqlite_master") == 0;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static List<String> declarations(String script) {
    try (var resource = SqliteDatabase.class.getResourceAsStream(script)) {
      if (resource == null) {
        throw new IllegalStateException(script + " is not in the program");
      }
      var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile(";\\s*\n").splitAsStream(text.replaceAll("(?m)^--.*$", "").strip())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Connection writer() {
    if (writer == null) {
      throw new IllegalStateException("the event store was opened for reading only");
    }
    return writer;
  }

  @Override
  public DataSource readers() {
    return readers;
  }

  @Override
  public String beginWriting() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public boolean isLoaded() {
    return loaded;
  }

  /** Makes the tables beside the events that a store of an older format lacks, in the transaction that is under way. */
  public void addSideTables() throws SQLException {
    try (var statement = writer().createStatement()) {
      run("side-tables.sql", statement);
    }
  }

  /** Cells that SQLite has once moved may have left copies in the free space of pages, which it does not overwrite. */
  @Override
  public void rewrite() throws SQLException {
    try (var statement = writer().createStatement()) {
      statement.execute("VACUUM");
    }
  }

  @Override
  public boolean emptyJournal() throws SQLException {
    try (var statement = writer().createStatement()) {
      // readers may take long: better asked again than waited for while nobody can write
      statement.execute("PRAGMA busy_timeout = 0");
      try (var result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return result.getInt(1) == 0;
      } finally {
        statement.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
      }
    }
  }

  @Override
  public boolean isUniqueViolation(SQLException e) {
    return e instanceof SQLiteException sqlite
        && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
            || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
  }

  @Override
  public boolean isFull(SQLException e) {
    return e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
  }

  @Override
  public void close() {
    readers.close();
    if (writer != null) {
      try {
        writer.close();
      } catch (SQLException e) {
        throw new StoreFault("The event store could not be closed: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Drops indexes that only questions need, so that a load is fast.
   *
   * @param file a store that nobody has open
   * @return their declarations, for {@link #createIndexes}
   */
  public static List<String> dropIndexes(Path file, Collection<String> names) {
    try (var connection = connectWriter(file, Durability.STAGING);
        var statement = connection.createStatement()) {
      var declarations = new ArrayList<String>();
      for (var name : names) {
        try (var found = statement
            .executeQuery("SELECT sql FROM sqlite_schema WHERE name = '%s'".formatted(name))) {
          declarations.add(found.getString(1));
        }
        statement.execute("DROP INDEX " + name);
      }
      return declarations;
    } catch (SQLException e) {
      throw cannotOpen(file, e);
    }
  }

  /** Leaves nothing of a store that nobody has open outside its one file, even when it is read next. */
  public static void gather(Path file) {
    try {
      connectWriter(file, Durability.GATHERED).close();
    } catch (SQLException e) {
      throw cannotOpen(file, e);
    }
  }

  /** Makes indexes of a store that nobody has open. */
  public static void createIndexes(Path file, List<String> declarations) {
    try (var connection = connectWriter(file, Durability.STAGING);
        var statement = connection.createStatement()) {
      for (var declaration : declarations) {
        statement.execute(declaration);
      }
    } catch (SQLException e) {
      throw cannotOpen(file, e);
    }
  }

  /**
   * Copies the committed state of a store into a file, beside whoever writes to it.
   *
   * @param copy a file that is empty, or is not there
   */
  public static void backup(Path file, Path copy) {
    try (var connection = common().createConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      // all steps of the copy see the same: each commit of somebody else would make it begin again otherwise
      statement.execute("BEGIN");
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      statement.executeUpdate("backup to '" + copy.toString().replace("'", "''") + "'");
      statement.execute("COMMIT");
    } catch (SQLException e) {
      throw new StoreFault(
          "%s cannot be copied to %s: %s".formatted(file, copy, e.getMessage()), e);
    }
  }

  /** Whether somebody else has a store open, told by what made a fault. */
  public static boolean isInUse(StoreFault fault) {
    return fault.getCause() instanceof SQLiteException e
        && (e.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
  }
}
