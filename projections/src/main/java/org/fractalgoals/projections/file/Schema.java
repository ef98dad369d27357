package org.fractalgoals.projections.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.event.Head;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The tables of the read model. */
public final class Schema {

  private static final String BEGIN_PROJECTION = """
    INSERT INTO projection (id, store_id, fingerprint, position, hash)
    VALUES (1, ?, ?, ?, ?)
    """;

  private Schema() {}

  /** The statements that make the tables. */
  public static String ddl() {
    try (var resource = Schema.class.getResourceAsStream("schema.sql")) {
      if (resource == null) {
        throw new IllegalStateException("schema.sql is missing in this program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the tables and the position they start at, all or nothing. */
  static void create(Connection connection, String storeId, Fingerprint fingerprint, Head start)
      throws SQLException {
    connection.setAutoCommit(false);
    createTables(connection);
    try (var insert = connection.prepareStatement(BEGIN_PROJECTION)) {
      insert.setString(1, storeId);
      insert.setString(2, fingerprint.hex());
      insert.setLong(3, start.position());
      insert.setString(4, start.hash());
      insert.executeUpdate();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void createTables(Connection connection) {
    ScriptUtils.executeSqlScript(connection,
        new ByteArrayResource(ddl().getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether a file has the tables and indexes that this program makes, and no others. */
  static boolean isIn(Connection connection) throws SQLException {
    try (var intended = Connections.inMemory()) {
      createTables(intended);
      return statements(connection).equals(statements(intended));
    }
  }

  private static List<String> statements(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("""
          SELECT sql
          FROM sqlite_schema
          WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'
          ORDER BY name
          """)) {
      var statements = new ArrayList<String>();
      while (rows.next()) {
        statements.add(rows.getString(1));
      }
      return statements;
    }
  }
}
