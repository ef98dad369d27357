package org.fractalgoals.migration.legacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.fractalgoals.migration.source.MigrationFailed;
import org.fractalgoals.migration.source.SourceCopy;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A legacy file, opened on the scratch copy of it. */
public final class LegacyFile implements AutoCloseable {

  /** A question that is asked again and again. */
  private record Query(RowReader reader, PreparedStatement statement) {

    List<LegacyRow> rows() throws SQLException {
      return reader.list(statement);
    }
  }

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final SourceCopy copy;
  private final Connection connection;
  private final Declaration declaration;
  private final LegacySchema schema;
  private final Stage stage;

  /** By name of the table. */
  private final Map<String, RowReader> readers = new HashMap<>();
  /** By what is asked; closed with the connection. */
  private final Map<String, Query> queries = new HashMap<>();

  private LegacyFile(SourceCopy copy, Connection connection) throws SQLException {
    this.copy = copy;
    this.connection = connection;
    this.declaration = Declaration.read(connection);
    this.schema = SchemaReader.read(connection);
    this.stage = Stage.of(schema);
  }

  /**
   * Opens the copy and checks that it can be read to its end.
   *
   * @throws MigrationFailed if it is no SQLite database, is damaged, or is none of the legacy application
   */
  public static LegacyFile open(SourceCopy copy) {
    requireMagic(copy);
    try {
      return checked(copy);
    } catch (SQLException e) {
      throw failure(copy, e);
    }
  }

  private static LegacyFile checked(SourceCopy copy) throws SQLException {
    var connection = connect(copy);
    try {
      DamageCheck.of(connection).ifPresent(damage -> {
        throw new MigrationFailed(damaged(copy, damage));
      });
      var file = new LegacyFile(copy, connection);
      if (file.stage != Stage.S00 && !file.schema.has(LegacySchema.GOALS)) {
        throw new MigrationFailed(
            "The file %s is not one of the legacy application: it has no table \"goals\"."
                .formatted(copy.source()));
      }
      return file;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The scratch copy is ours alone, so its lock is of no concern; as a URI its path may contain anything. */
  private static Connection connect(SourceCopy copy) throws SQLException {
    var config = new SQLiteConfig();
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setGetGeneratedKeys(false);
    config.setCacheSize(-100_000);
    return config.createConnection("jdbc:sqlite:" + copy.scratch().toUri());
  }

  private static void requireMagic(SourceCopy copy) {
    try (var content = Files.newInputStream(copy.scratch())) {
      var start = content.readNBytes(MAGIC.length);
      if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
        throw new MigrationFailed("The file %s is not a SQLite database.".formatted(copy.source()));
      }
    } catch (IOException e) {
      throw new MigrationFailed("The copy of %s cannot be read: %s.".formatted(copy.source(), e),
          e);
    }
  }

  private static MigrationFailed failure(SourceCopy copy, SQLException e) {
    return e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
            ? new MigrationFailed("The file %s is not a SQLite database.".formatted(copy.source()),
                e)
            : new MigrationFailed(damaged(copy, String.valueOf(e.getMessage())), e);
  }

  private static String damaged(SourceCopy copy, String damage) {
    return "The file %s is damaged or cut short: %s.".formatted(copy.source(), damage);
  }

  /** What it was copied from and to. */
  public SourceCopy copy() {
    return copy;
  }

  public Stage stage() {
    return stage;
  }

  /** How it was declared. */
  public Declaration declaration() {
    return declaration;
  }

  public LegacySchema schema() {
    return schema;
  }

  /**
   * Hands over all rows of a table, one after the other, in the order of their rowids; none if there is no such table.
   *
   * @throws MigrationFailed if the file proves to be damaged
   */
  public void forEach(String table, Consumer<LegacyRow> row) {
    try {
      var found = schema.table(table);
      if (found != null) {
        reader(found).forEach(row);
      }
    } catch (SQLException e) {
      throw failure(copy, e);
    }
  }

  /**
   * All rows of a table that is known to be small, in the order of their rowids; none if there is no such table.
   *
   * @throws MigrationFailed if the file proves to be damaged
   */
  public List<LegacyRow> rows(String table) {
    var rows = new ArrayList<LegacyRow>();
    forEach(table, rows::add);
    return rows;
  }

  /**
   * The rows of a table whose column has this text, in the order of their rowids; a number has the text of its digits.
   * None if there is no such table or column. Cheap: the first question makes an index in the copy.
   *
   * @throws MigrationFailed if the file proves to be damaged
   */
  public List<LegacyRow> rows(String table, String column, String text) {
    try {
      var query = queries.get(table + " " + column);
      if (query == null) {
        var found = schema.table(table);
        if (found == null || !found.has(column) || found.rows() == 0) {
          return List.of();
        }
        reader(found).index(column);
        query = new Query(reader(found), reader(found).byText(column));
        queries.put(table + " " + column, query);
      }
      query.statement().setString(1, text);
      return query.rows();
    } catch (SQLException e) {
      throw failure(copy, e);
    }
  }

  /**
   * The row of a table with this rowid; empty if there is none.
   *
   * @throws MigrationFailed if the file proves to be damaged
   */
  public Optional<LegacyRow> row(String table, long rowid) {
    try {
      var query = queries.get(table);
      if (query == null) {
        var found = schema.table(table);
        if (found == null || found.rowidName() == null) {
          return Optional.empty();
        }
        query = new Query(reader(found), reader(found).byRowid());
        queries.put(table, query);
      }
      query.statement().setLong(1, rowid);
      return query.rows().stream().findFirst();
    } catch (SQLException e) {
      throw failure(copy, e);
    }
  }

  /**
   * The rowids of the rows of a table whose column has the text that an earlier row has; none if there is no such table
   * or column, or it has no rowids.
   *
   * @throws MigrationFailed if the file proves to be damaged
   */
  public List<Long> repeatedRows(String table, String column) {
    try {
      var found = schema.table(table);
      return found == null || !found.has(column) || found.rowidName() == null
          ? List.of()
          : reader(found).repeated(column);
    } catch (SQLException e) {
      throw failure(copy, e);
    }
  }

  private RowReader reader(LegacyTable table) {
    return readers.computeIfAbsent(table.name(), name -> new RowReader(connection, table));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new MigrationFailed("The scratch copy of %s could not be closed: %s.".formatted(
          copy.source(), e.getMessage()), e);
    }
  }
}
