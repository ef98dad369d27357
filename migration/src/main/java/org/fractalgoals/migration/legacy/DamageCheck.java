package org.fractalgoals.migration.legacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks SQLite whether the structure of a file is whole. */
final class DamageCheck {

  /** What breaks a declaration - NOT NULL, CHECK, a type - is a fact to be imported, not a damage. */
  private static final Pattern BROKEN_DECLARATION = Pattern
      .compile("^(\\S+ value in |CHECK constraint failed in )");

  private DamageCheck() {}

  /** What is damaged first, empty if nothing is. */
  static Optional<String> of(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var findings = statement.executeQuery("PRAGMA quick_check(1000000)")) {
      while (findings.next()) {
        var finding = findings.getString(1);
        if (!finding.equals("ok") && !BROKEN_DECLARATION.matcher(finding).find()) {
          return Optional.of(finding.lines().reduce((first, second) -> second).orElse(finding));
        }
      }
      return Optional.empty();
    }
  }
}
