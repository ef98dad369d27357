package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A small file such as the legacy application wrote. */
final class LegacyDatabase {

  private LegacyDatabase() {}

  /** A fractal with a goal below it, and one below that which is completed. */
  static Path in(Path directory) throws SQLException {
    var file = directory.resolve("goals.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate("""
        CREATE TABLE goals (
          id VARCHAR NOT NULL PRIMARY KEY,
          type VARCHAR NOT NULL,
          name VARCHAR NOT NULL,
          description VARCHAR,
          deadline DATE,
          completed BOOLEAN,
          created_at DATETIME,
          updated_at DATETIME,
          parent_id VARCHAR REFERENCES goals (id),
          targets TEXT
        )
        """);
      statement.executeUpdate("""
        INSERT INTO goals VALUES
          ('g-0', 'UltimateGoal', 'Sail', 'Far', NULL, 0,
            '2025-12-01 10:00:00.000000', '2025-12-01 10:00:00.000000', NULL, NULL),
          ('g-1', 'LongTermGoal', 'Boat', '', '2031-05-06', 0,
            '2025-12-02 10:00:00.000000', '2025-12-02 10:00:00.000000', 'g-0', NULL),
          ('g-2', 'MidTermGoal', 'Keel', '', NULL, 1,
            '2025-12-03 10:00:00.000000', '2025-12-04 10:00:00.000000', 'g-1', NULL)
        """);
    }
    return file;
  }
}
