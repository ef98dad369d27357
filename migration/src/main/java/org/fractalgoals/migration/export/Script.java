package org.fractalgoals.migration.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Runs the SQL scripts that stand beside this class. */
final class Script {

  private static final Pattern END = Pattern.compile(";\\s*\\R");

  private Script() {}

  static void run(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : END.splitAsStream(text(name).strip()).toList()) {
        statement.execute(sql);
      }
    }
  }

  private static String text(String name) {
    try (var script = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
