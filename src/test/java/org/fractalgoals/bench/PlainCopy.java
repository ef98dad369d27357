package org.fractalgoals.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a conversion script would do: reads each row of a database and inserts it into a new one of the same schema, in one
 * transaction, without asking what it means.
 */
final class PlainCopy {

  private PlainCopy() {}

  /** Copies all tables with their indexes; gives the seconds it took. */
  static double run(Path source, Path target) throws SQLException {
    long start = System.nanoTime();
    try (var from = DriverManager.getConnection("jdbc:sqlite:" + source);
        var to = DriverManager.getConnection("jdbc:sqlite:" + target)) {
      to.setAutoCommit(false);
      for (var declaration : texts(from, """
        SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
         ORDER BY type = 'table' DESC
        """)) {
        try (var statement = to.createStatement()) {
          statement.execute(declaration);
        }
      }
      for (var table : texts(from, """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        """)) {
        copy(table, from, to);
      }
      to.commit();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void copy(String table, Connection from, Connection to) throws SQLException {
    try (var select = from.createStatement();
        var rows = select.executeQuery("SELECT * FROM \"" + table + '"')) {
      int columns = rows.getMetaData().getColumnCount();
      try (var insert = to.prepareStatement("INSERT INTO \"%s\" VALUES (%s)".formatted(table,
          String.join(", ", Collections.nCopies(columns, "?"))))) {
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            insert.setObject(column, rows.getObject(column));
          }
          insert.executeUpdate();
        }
      }
    }
  }
}
