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

  private static final String TABLES = "schema.sql";
  private static final String INDEXES = "indexes.sql";
  private static final String BEGIN_PROJECTION = """
    INSERT INTO projection (id, store_id, fingerprint, position, hash)
    VALUES (1, ?, ?, ?, ?)
    """;

  private Schema() {}

  /** The statements that make the tables and all indexes. */
  public static String ddl() {
    return resource(TABLES) + resource(INDEXES);
  }

  private static String resource(String name) {
    try (var resource = Schema.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is missing in this program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the tables, without the indexes that only queries need, and the position they start at. */
  static void create(Connection connection, String storeId, Fingerprint fingerprint, Head start)
      throws SQLException {
    create(resource(TABLES), connection, storeId, fingerprint, start);
  }

  /** Makes the same tables without the rules that what stands in several streams must keep. */
  static void createLenient(Connection connection, String storeId, Fingerprint fingerprint,
      Head start) throws SQLException {
    create(resource(TABLES).replace("CREATE UNIQUE INDEX", "CREATE INDEX"), connection, storeId,
        fingerprint, start);
  }

  private static void create(String tables, Connection connection, String storeId,
      Fingerprint fingerprint, Head start) throws SQLException {
    connection.setAutoCommit(false);
    execute(tables, connection);
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

  /** Makes the indexes that only queries need. */
  static void createIndexes(Connection connection) {
    execute(resource(INDEXES), connection);
  }

  private static void execute(String script, Connection connection) {
    ScriptUtils.executeSqlScript(connection,
        new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether a file has the tables and indexes that this program makes, and no others. */
  static boolean isIn(Connection connection) throws SQLException {
    try (var intended = Connections.inMemory()) {
      execute(ddl(), intended);
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
