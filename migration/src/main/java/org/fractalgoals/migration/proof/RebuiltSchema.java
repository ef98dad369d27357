package org.fractalgoals.migration.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import org.fractalgoals.domain.imports.ImportEvent.Declared;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;

/**
 * Declares the tables of a file so that they take any row as it is, and as they were declared once the rows are there.
 * What SQLite would refuse or convert today may stand in a file that was made otherwise: NULL where it is forbidden, text
 * of digits in a column of numbers.
 */
final class RebuiltSchema {

  private final Connection connection;
  private final SchemaKept kept;

  private RebuiltSchema(Connection connection, SchemaKept kept) {
    this.connection = connection;
    this.kept = kept;
  }

  /** Begins the transaction that {@link #finish()} commits, with tables that are ready for rows. */
  static RebuiltSchema begin(Connection connection, SchemaKept kept) throws SQLException {
    var schema = new RebuiltSchema(connection, kept);
    schema.execute("PRAGMA encoding = '%s'".formatted(kept.encoding().replace("'", "''")));
    schema.execute("PRAGMA foreign_keys = OFF");
    schema.execute("PRAGMA ignore_check_constraints = ON");
    schema.execute("BEGIN");
    schema.execute("PRAGMA user_version = " + kept.userVersion());
    schema.execute("PRAGMA application_id = " + kept.applicationId());
    schema.createTables();
    return schema;
  }

  private void createTables() throws SQLException {
    execute("PRAGMA writable_schema = ON");
    for (var object : kept.objects()) {
      if (isOrdinaryTable(object) && !exists(object.name())) {
        execute(Objects.requireNonNull(object.sql()));
      }
    }
    for (var object : kept.objects()) {
      if (isOrdinaryTable(object) && !isInternal(object)) {
        var untyped = UntypedTable.declaration(connection, object.name());
        if (untyped.isPresent()) {
          redeclare(object, untyped.get());
        }
      }
    }
    execute("PRAGMA writable_schema = RESET");
  }

  /** Gives every object its own declaration and ends the transaction. */
  void finish() throws SQLException {
    execute("PRAGMA writable_schema = ON");
    for (var object : kept.objects()) {
      if (isOrdinaryTable(object)) {
        redeclare(object, Objects.requireNonNull(object.sql()));
      }
    }
    execute("PRAGMA writable_schema = RESET");
    for (var object : kept.objects()) {
      if (object.type().equals("index") && object.sql() != null) {
        execute(object.sql());
      }
    }
    execute("PRAGMA writable_schema = ON");
    for (var object : kept.objects()) {
      if (!object.type().equals("index") && !isOrdinaryTable(object)) {
        insert(object);
      }
    }
    execute("PRAGMA writable_schema = RESET");
    execute("COMMIT");
  }

  private static boolean isOrdinaryTable(Declared object) {
    return object.type().equals("table") && object.sql() != null
        && !object.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, "CREATE VIRTUAL".length());
  }

  /** SQLite's own tables have no types anyway. */
  private static boolean isInternal(Declared object) {
    return object.name().regionMatches(true, 0, "sqlite_", 0, "sqlite_".length());
  }

  /** AUTOINCREMENT makes its table by itself. */
  private boolean exists(String table) throws SQLException {
    try (var statement = connection.prepareStatement(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?")) {
      statement.setString(1, table);
      try (var found = statement.executeQuery()) {
        return found.getInt(1) > 0;
      }
    }
  }

  private void redeclare(Declared table, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(
        "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?")) {
      statement.setString(1, sql);
      statement.setString(2, table.name());
      statement.executeUpdate();
    }
  }

  /** Nothing is stored for a view, a trigger or a virtual table but its declaration. */
  private void insert(Declared object) throws SQLException {
    try (var statement = connection.prepareStatement(
        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, 0, ?)")) {
      statement.setString(1, object.type());
      statement.setString(2, object.name());
      statement.setString(3, object.table());
      statement.setString(4, object.sql());
      statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
