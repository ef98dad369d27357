package org.fractalgoals.migration.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.fractalgoals.migration.source.MigrationFailed;
import org.sqlite.SQLiteConfig;

/** Makes a SQLite file. It bears its name only when all of it is there and on the disk. */
public final class NewDatabase {

  /** What fills the file; begins and commits for itself. */
  @FunctionalInterface
  public interface Filling<T> {
    T fill(Connection connection) throws SQLException;
  }

  /** Of pages in memory, in KiB, told as a negative number: keys come in any order. */
  private static final int CACHE = -65_536;

  private NewDatabase() {}

  /**
   * Makes the file and fills it.
   *
   * @param out must not be there; its folder must
   * @return what the filling returned
   * @throws MigrationFailed if there is such a file, or it cannot be written; nothing is left of it then
   */
  public static <T> T make(Path out, Filling<T> filling) {
    if (Files.exists(out)) {
      throw new MigrationFailed(
          "There is a file %s already: name another one, or move it away first.".formatted(out));
    }
    var partial = out.resolveSibling(out.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      try {
        var result = fill(partial, filling);
        sync(partial);
        Files.move(partial, out);
        sync(Objects.requireNonNull(out.toAbsolutePath().getParent()));
        return result;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException | SQLException e) {
      throw new MigrationFailed(
          "The file %s could not be written: %s.".formatted(out, e.getMessage()), e);
    }
  }

  /** Without journal: a file half made is thrown away. */
  private static <T> T fill(Path file, Filling<T> filling) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setCacheSize(CACHE);
    config.setGetGeneratedKeys(false);
    try (var connection = config.createConnection("jdbc:sqlite:" + file.toUri())) {
      return filling.fill(connection);
    }
  }

  private static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
