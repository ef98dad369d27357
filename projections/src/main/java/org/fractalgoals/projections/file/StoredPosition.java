package org.fractalgoals.projections.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.fractalgoals.domain.event.Head;

/**
 * What the file of a read model says of itself.
 *
 * @param fingerprint SHA-256, 64 lower-case hexadecimal digits
 * @param storeId the store whose events it shows
 * @param position the last event applied; 0 for none
 * @param hash chain hash of the store at that position
 */
public record StoredPosition(Path file, String fingerprint, String storeId, long position,
    String hash) {

  /** Reads only, also beside the program that writes. */
  static StoredPosition in(Path file) throws SQLException {
    try (var connection = Connections.reader(file)) {
      return in(file, connection);
    }
  }

  /** The same over a connection to the file, as its transaction sees it. */
  public static StoredPosition in(Path file, Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("""
          SELECT fingerprint, store_id, position, hash
          FROM projection
          """)) {
      if (!row.next()) {
        throw new SQLException("its position is missing");
      }
      return new StoredPosition(file, row.getString(1), row.getString(2), row.getLong(3),
          row.getString(4));
    }
  }

  /** The point in the history of the store. */
  public Head head() {
    return new Head(position, hash);
  }
}
