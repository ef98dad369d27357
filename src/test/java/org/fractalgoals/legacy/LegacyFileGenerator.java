package org.fractalgoals.legacy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.fractalgoals.migration.output.NewestSchema;

/**
 * Writes large files of the newest legacy schema, in the proportions of a real one: sessions of both encodings, remains
 * whose fractal or session is missing, fractals whose sizes follow Zipf's law. Equal arguments make equal files.
 */
public final class LegacyFileGenerator {

  private static final int ROWS_OF_A_FRACTAL = 5_000;
  private static final int LEAST_FRACTALS = 3;

  private LegacyFileGenerator() {}

  /**
   * @param file must not exist yet
   * @param rows about how many, in all tables together
   * @return how many there are
   */
  public static long write(Path file, long rows, long seed) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      connection.setAutoCommit(false);
      NewestSchema.createTables(connection);
      NewestSchema.createIndexes(connection);
      long written = fill(connection, rows, new Invented(seed));
      connection.commit();
      return written;
    }
  }

  private static long fill(Connection connection, long rows, Invented invented)
      throws SQLException {
    try (var to = new GeneratedRows(connection)) {
      fill(to, rows, invented);
      return to.written();
    }
  }

  private static void fill(GeneratedRows to, long rows, Invented invented) throws SQLException {
    int fractals = (int) Math.max(LEAST_FRACTALS, rows / ROWS_OF_A_FRACTAL);
    double harmonic = 0;
    for (int rank = 1; rank <= fractals; rank++) {
      harmonic += 1.0 / rank;
    }
    for (int rank = 1; rank <= fractals; rank++) {
      new GeneratedFractal(to, invented, Proportions.of(rows / (rank * harmonic))).write();
    }
    new GeneratedRemains(to, invented, Proportions.of((double) rows)).write();
  }
}
