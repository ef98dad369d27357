package org.fractalgoals.migration.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Runs SQL scripts of this program. */
public final class Script {

  private static final Pattern END = Pattern.compile(";\\s*\\R");

  private Script() {}

  /**
   * Runs one statement after the other.
   *
   * @param beside the class that the script stands beside
   */
  public static void run(Connection connection, Class<?> beside, String name)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : END.splitAsStream(text(beside, name).strip()).toList()) {
        statement.execute(sql);
      }
    }
  }

  private static String text(Class<?> beside, String name) {
    try (var script = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
