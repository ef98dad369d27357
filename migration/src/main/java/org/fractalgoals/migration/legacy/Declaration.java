package org.fractalgoals.migration.legacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.imports.ImportEvent.Declared;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;

/**
 * How a file was declared, beside its rows.
 *
 * @param encoding of its texts
 * @param userVersion a number that SQLite keeps for applications
 * @param applicationId another one
 * @param objects tables, indexes, views and triggers in the order of their declaration
 */
public record Declaration(String encoding, long userVersion, long applicationId,
    List<Declared> objects) {

  public Declaration {
    objects = List.copyOf(objects);
  }

  static Declaration read(Connection connection) throws SQLException {
    var objects = new ArrayList<Declared>();
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid")) {
      while (found.next()) {
        objects.add(new Declared(found.getString(1), found.getString(2), found.getString(3),
            found.getString(4)));
      }
    }
    return new Declaration(pragma(connection, "encoding"),
        Long.parseLong(pragma(connection, "user_version")),
        Long.parseLong(pragma(connection, "application_id")), objects);
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("PRAGMA " + name)) {
      return found.getString(1);
    }
  }

  /** What is recorded of it. */
  public SchemaKept event(String importId, Instant at) {
    return new SchemaKept(importId, encoding, userVersion, applicationId, objects, at);
  }
}
