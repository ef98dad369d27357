package org.fractalgoals.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

import org.fractalgoals.eventstore.fault.StoreFault;
import org.jspecify.annotations.Nullable;

/** Reads and writes the one row of the table {@code store}. */
final class StoreTable {

  /**
   * The format this program writes. The major number changes when older programs cannot read it, the minor one when a
   * table beside the events is added.
   */
  static final String FORMAT_VERSION = "1.1";

  private StoreTable() {}

  static Optional<StoreInfo> read(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement("""
      SELECT store_id, format_version, zone, environment FROM store
      """); var row = select.executeQuery()) {
      return row.next()
          ? Optional
              .of(new StoreInfo(row.getString(1), row.getString(2), ZoneId.of(row.getString(3)),
                  row.getString(4)))
          : Optional.empty();
    }
  }

  static void insert(Connection connection, StoreInfo info) throws SQLException {
    try (var insert = connection.prepareStatement("""
      INSERT INTO store (one, store_id, format_version, zone, environment, lookup_version)
      VALUES (1, ?, ?, ?, ?, 0)
      """)) {
      insert.setString(1, info.storeId());
      insert.setString(2, info.formatVersion());
      insert.setString(3, info.zone().getId());
      insert.setString(4, info.environment());
      insert.executeUpdate();
    }
  }

  static void setFormat(Connection connection, String formatVersion) throws SQLException {
    try (var update = connection.prepareStatement("UPDATE store SET format_version = ?")) {
      update.setString(1, formatVersion);
      update.executeUpdate();
    }
  }

  /** Whether an older program wrote it, whose format this one only has to add to. */
  static boolean isOlder(StoreInfo info) {
    return major(info.formatVersion()) == major(FORMAT_VERSION)
        && minor(info.formatVersion()) < minor(FORMAT_VERSION);
  }

  /**
   * @throws StoreFault if this program or these options do not go with the store
   */
  static void requireMatch(StoreInfo info, @Nullable ZoneId zone, @Nullable String environment) {
    if (major(info.formatVersion()) > major(FORMAT_VERSION)) {
      throw new StoreFault(
          "The event store has format %s, this program knows %s: use a newer program.".formatted(
              info.formatVersion(), FORMAT_VERSION));
    }
    if (zone != null && !zone.equals(info.zone())) {
      throw new StoreFault(
          "The event store has the zone %s, not %s; the zone of a store cannot be changed."
              .formatted(
                  info.zone(), zone));
    }
    if (environment != null && !environment.equals(info.environment())) {
      throw new StoreFault(
          "The event store belongs to the environment %s, not %s: name that one with --env."
              .formatted(
                  info.environment(), environment));
    }
  }

  private static int major(String formatVersion) {
    return Integer.parseInt(formatVersion, 0, formatVersion.indexOf('.'), 10);
  }

  private static int minor(String formatVersion) {
    return Integer.parseInt(formatVersion.substring(formatVersion.indexOf('.') + 1));
  }
}
