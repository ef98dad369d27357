package org.fractalgoals.migration.legacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import org.fractalgoals.migration.source.MigrationFailed;
import org.fractalgoals.migration.source.SourceCopy;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A legacy file, opened on the scratch copy of it. */
public final class LegacyFile implements AutoCloseable {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final SourceCopy copy;
  private final Connection connection;
  private final LegacySchema schema;
  private final Stage stage;

  private LegacyFile(SourceCopy copy, Connection connection, LegacySchema schema) {
    this.copy = copy;
    this.connection = connection;
    this.schema = schema;
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
      var file = new LegacyFile(copy, connection, SchemaReader.read(connection));
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

  public LegacySchema schema() {
    return schema;
  }

  /**
   * All rows of a table, in the order of their rowids; none if there is no such table.
   *
   * @throws MigrationFailed if the file proves to be damaged
   */
  public List<LegacyRow> rows(String table) {
    try {
      for (var candidate : schema.tables()) {
        if (candidate.name().equalsIgnoreCase(table)) {
          return RowReader.read(connection, candidate);
        }
      }
      return List.of();
    } catch (SQLException e) {
      throw failure(copy, e);
    }
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
