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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection, each prepared once and kept: preparing costs more than running. For one thread.
 */
public final class Statements implements AutoCloseable {

  /** Enough for what many people do at the same time, few enough for little memory. */
  private static final int MOST_PUT_OFF = 2_000;

  /** A statement that waits, and what it is to run with. */
  private record PutOff(String sql, @Nullable Object[] parameters) {}

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  /** By first parameter, the one that has waited longest first. */
  private final Map<Object, PutOff> waiting = new LinkedHashMap<>();
  private boolean bulk;

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

  /** Nobody reads before {@link #endBulk}: writing may be put off. */
  void beginBulk() {
    bulk = true;
  }

  /** Writes what was put off. */
  void endBulk() throws SQLException {
    bulk = false;
    for (var next : List.copyOf(waiting.keySet())) {
      settle(next);
    }
  }

  boolean isBulk() {
    return bulk;
  }

  /** Whether this statement waits with this first parameter. */
  boolean isPutOff(String sql, Object first) {
    var next = waiting.get(first);
    return next != null && next.sql.equals(sql);
  }

  /**
   * Runs a statement that writes, but not before something else is run with the same first parameter; the same again
   * takes its place, and it is never run then. Parameters as for {@link #update}, the first not null.
   */
  void putOff(String sql, Object first, @Nullable Object[] parameters) throws SQLException {
    if (isPutOff(sql, first)) {
      waiting.remove(first);
    } else {
      settle(first);
    }
    waiting.put(first, new PutOff(sql, parameters));
    if (waiting.size() > MOST_PUT_OFF) {
      settle(waiting.keySet().iterator().next());
    }
  }

  private void settle(Object first) throws SQLException {
    var next = waiting.remove(first);
    if (next != null) {
      bound(next.sql, next.parameters).executeUpdate();
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object[] parameters) throws SQLException {
    if (!waiting.isEmpty() && parameters.length > 0 && parameters[0] != null) {
      settle(parameters[0]);
    }
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
