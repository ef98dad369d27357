package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;

import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.source.SourceCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files that are made for benchmarks look like the real one, and are the same for everybody. */
class LegacyFileGeneratorTest {

  private static final int ROWS = 2_000;

  @TempDir Path directory;

  private Path generated(String name, long seed) throws SQLException {
    var file = directory.resolve(name);
    assertThat(LegacyFileGenerator.write(file, ROWS, seed)).isBetween(ROWS * 9L / 10,
        ROWS * 11L / 10);
    return file;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void equal_seeds_make_equal_files_and_others_do_not() throws Exception {
    var cells = Cells.of(generated("a.db", 1));

    assertThat(Cells.of(generated("b.db", 1))).isEqualTo(cells);
    assertThat(Cells.of(generated("c.db", 2))).isNotEqualTo(cells);
  }

  @Test
  void a_file_is_of_the_newest_stage() throws Exception {
    var clock = new WallClock(Clock.systemUTC(), ZoneId.of("America/New_York"));
    try (var copy = SourceCopy.of(generated("a.db", 1), directory.resolve("data"), clock);
        var legacy = LegacyFile.open(copy)) {
      assertThat(Stage.of(legacy.schema())).isEqualTo(Stage.S16);
    }
  }

  @Test
  void a_file_holds_trees_of_different_sizes_sessions_of_both_encodings_and_remains()
      throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + generated("a.db", 1))) {
      assertThat(number(connection, "SELECT count(*) FROM goals WHERE parent_id IS NULL"))
          .isEqualTo(3);
      assertThat(number(connection, """
        SELECT count(*) FROM goals WHERE parent_id NOT IN (SELECT id FROM goals)""")).isZero();
      assertThat(number(connection, """
        SELECT max(n) > 2 * min(n) FROM (SELECT count(*) AS n FROM goals GROUP BY root_id)"""))
          .isOne();
      assertThat(number(connection, """
        SELECT count(*) FROM sessions WHERE attributes LIKE '%"sets":[%'""")).isPositive();
      assertThat(number(connection, """
        SELECT count(*) FROM sessions WHERE attributes LIKE '%"activity_ids":["%'""")).isPositive();
      assertThat(number(connection, """
        SELECT count(*) FROM sessions WHERE NOT json_valid(attributes)""")).isZero();
      assertThat(number(connection,
          """
            SELECT count(*) FROM activity_instances WHERE session_id NOT IN (SELECT id FROM sessions)"""))
          .isPositive();
      assertThat(number(connection, """
        SELECT count(*) FROM metric_values
        WHERE metric_definition_id NOT IN (SELECT id FROM metric_definitions)""")).isPositive();
      assertThat(number(connection, """
        SELECT count(*) FROM metric_values
        WHERE activity_instance_id NOT IN (SELECT id FROM activity_instances)""")).isZero();
    }
  }
}
