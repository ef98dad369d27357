package org.fractalgoals.projections.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection, each prepared once and kept: preparing costs more than running. For one thread.
 */
public final class Statements implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /**
   * @param connection stays the caller's, who closes it after this
   */
  public Statements(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs a statement that writes.
   *
   * @param sql a constant, with parameters {@code ?1, ?2 …}
   * @param parameters texts, numbers, booleans (0, 1), instants (microseconds), days and times without zone (ISO texts,
   *     with seconds) or null
   * @return the number of rows written
   */
  public int update(String sql, @Nullable Object... parameters) throws SQLException {
    return bound(sql, parameters).executeUpdate();
  }

  /** Whether a query gives any row; parameters as for {@link #update}. */
  public boolean exists(String sql, @Nullable Object... parameters) throws SQLException {
    try (var rows = bound(sql, parameters).executeQuery()) {
      return rows.next();
    }
  }

  /**
   * Runs a statement and gives the texts of the first column of its rows: of a query, or of what {@code RETURNING} says
   * of the rows written. Parameters as for {@link #update}.
   */
  public List<String> texts(String sql, @Nullable Object... parameters) throws SQLException {
    try (var rows = bound(sql, parameters).executeQuery()) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] parameters) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int index = 0; index < parameters.length; index++) {
      bind(statement, index + 1, parameters[index]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(index, null);
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setInt(index, number);
      case Double number -> statement.setDouble(index, number);
      case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
      case Instant instant -> statement.setLong(index, Microseconds.of(instant));
      case LocalDate day -> statement.setString(index, day.toString());
      // its own text would leave out seconds that are zero
      case LocalDateTime time -> statement.setString(index,
          DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time));
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  /** Closes the statements. Whoever goes on gets new ones. */
  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
