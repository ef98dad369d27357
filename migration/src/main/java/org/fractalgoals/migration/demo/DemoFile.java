package org.fractalgoals.migration.demo;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

import org.fractalgoals.migration.output.NewestSchema;
import org.fractalgoals.migration.source.MigrationFailed;

/**
 * A small legacy file with invented content, as the newest legacy application would have written it: somebody practises
 * the cello and runs.
 */
public final class DemoFile {

  /** Id of the fractal with the most goals. */
  public static final String FRACTAL = DemoRows.id(DemoGoals.CELLO);

  /** Id of a ShortTermGoal in it. */
  public static final String SHORT_TERM_GOAL = DemoRows.id(DemoGoals.FIRST_LINES);

  /** Id of a goal in it that has goals of its own. */
  public static final String GOAL_WITH_CHILDREN = DemoRows.id(DemoGoals.LEFT_HAND);

  private DemoFile() {}

  /**
   * Writes the file.
   *
   * @param file must not exist yet
   * @param now the moment it is written; what it tells happened in the weeks before
   * @throws MigrationFailed if it cannot be written
   */
  public static void write(Path file, Instant now) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      NewestSchema.createTables(connection);
      NewestSchema.createIndexes(connection);
      var rows = new DemoRows(connection, now);
      DemoGoals.write(rows);
      DemoPractice.write(rows);
      connection.commit();
    } catch (SQLException e) {
      throw new MigrationFailed(
          "The sample file %s could not be written: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
