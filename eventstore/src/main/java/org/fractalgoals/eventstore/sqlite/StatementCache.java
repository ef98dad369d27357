package org.fractalgoals.eventstore.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The prepared statements of one connection, each made once. For one thread at a time. */
public final class StatementCache implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  public StatementCache(Connection connection) {
    this.connection = connection;
  }

  /** The connection they are prepared on. */
  public Connection connection() {
    return connection;
  }

  /** The statement for this SQL; its parameters are those of its last use. */
  public PreparedStatement get(String sql) throws SQLException {
    var statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  /** Executes SQL that has no parameters. */
  public void execute(String sql) throws SQLException {
    get(sql).execute();
  }

  /** Closes the statements, not the connection. Whoever goes on gets new ones. */
  @Override
  public void close() throws SQLException {
    for (var statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }
}
