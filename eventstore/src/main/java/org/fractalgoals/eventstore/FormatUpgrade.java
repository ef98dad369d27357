package org.fractalgoals.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;

import org.fractalgoals.eventstore.fault.StoreFault;
import org.fractalgoals.eventstore.sqlite.SqliteDatabase;

/**
 * Brings a store that an older program wrote to the minor format of this one: the tables beside the events that it lacks
 * are made. No event is touched; a copy of the store as it was is taken first.
 */
final class FormatUpgrade {

  private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter
      .ofPattern("uuuuMMdd_HHmmss");

  private FormatUpgrade() {}

  /**
   * @param file the store, which the database has open
   * @return what the store says of itself now
   * @throws StoreFault if the copy cannot be written; the store is as it was then
   */
  static StoreInfo of(StoreInfo old, SqliteDatabase database, Path file, Clock clock)
      throws SQLException {
    SqliteDatabase.backup(file, copyOf(old, file, clock));
    var upgraded = new StoreInfo(old.storeId(), StoreTable.FORMAT_VERSION, old.zone(),
        old.environment());
    var writer = database.writer();
    writer.setAutoCommit(false);
    try {
      database.addSideTables();
      StoreTable.setFormat(writer, upgraded.formatVersion());
      writer.commit();
    } catch (SQLException e) {
      writer.rollback();
      throw e;
    } finally {
      writer.setAutoCommit(true);
    }
    return upgraded;
  }

  private static Path copyOf(StoreInfo old, Path file, Clock clock) {
    var backups = file.resolveSibling("backups");
    try {
      Files.createDirectories(backups);
    } catch (IOException e) {
      throw new StoreFault(
          "The folder %s, where the store as it was before its format is changed belongs, cannot be made: %s"
              .formatted(backups, e),
          e);
    }
    return backups.resolve("%s.format_%s_%s".formatted(SqliteEventStore.FILE, old.formatVersion(),
        TO_THE_SECOND.format(clock.instant().atZone(old.zone()))));
  }
}
