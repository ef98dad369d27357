package org.fractalgoals.process;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A small legacy file, made here: two fractals, one of them three levels deep. */
final class LegacySample {

  private LegacySample() {}

  static Path write(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(
          """
            CREATE TABLE goals (
              id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, description TEXT DEFAULT '',
              deadline TIMESTAMP, completed BOOLEAN DEFAULT 0,
              created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, parent_id TEXT, targets TEXT, root_id TEXT,
              duration_minutes INTEGER, session_data TEXT, updated_at TIMESTAMP)
            """);
      statement.execute("""
        INSERT INTO goals (id, type, name, parent_id, created_at, updated_at, completed) VALUES
          ('sail', 'UltimateGoal', 'Sail the sea', NULL, '2025-12-21 10:00:00.000001', NULL, 0),
          ('boat', 'LongTermGoal', 'Own a boat', 'sail', '2025-12-21 10:05:00.000000', NULL, 0),
          ('save', 'MidTermGoal', 'Save money', 'boat', '2025-12-22 08:00:00.000000',
           '2025-12-23 09:00:00.000000', 1),
          ('knots', 'MidTermGoal', 'Tie knots', 'boat', '2025-12-22 08:10:00.000000', NULL, 0),
          ('sing', 'UltimateGoal', 'Sing', NULL, '2025-12-24 10:00:00.000000', NULL, 0)
        """);
    }
    return file;
  }
}
