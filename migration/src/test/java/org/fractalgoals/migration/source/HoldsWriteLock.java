package org.fractalgoals.migration.source;

import java.sql.DriverManager;

/** Run as a process of its own: holds a database in the middle of writing until its input ends. */
final class HoldsWriteLock {

  private HoldsWriteLock() {}

  public static void main(String[] arguments) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      System.out.println("locked");
      while (System.in.read() >= 0) {
        statement.execute("SELECT 1");
      }
    }
  }
}
