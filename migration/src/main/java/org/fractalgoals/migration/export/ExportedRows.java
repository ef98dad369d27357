package org.fractalgoals.migration.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.migration.clock.ClockRules;
import org.jspecify.annotations.Nullable;

/** The statements that write the exported file, each prepared once. */
final class ExportedRows implements AutoCloseable {

  private final Connection connection;
  private final ClockRules clocks;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /**
   * Begins to write.
   *
   * @param clocks by which the file will be read
   */
  ExportedRows(Connection connection, ClockRules clocks) {
    this.connection = connection;
    this.clocks = clocks;
  }

  ClockRules clocks() {
    return clocks;
  }

  /**
   * Runs a statement.
   *
   * @param sql a constant with parameters {@code ?1, ?2 …}
   * @param parameters texts, numbers, booleans (0, 1), moments (texts as {@link ClockRules} reads them), days, JSON (its text) or null
   */
  void update(String sql, @Nullable Object... parameters) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int index = 0; index < parameters.length; index++) {
      statement.setObject(index + 1, legacy(parameters[index]));
    }
    statement.executeUpdate();
  }

  private @Nullable Object legacy(@Nullable Object value) {
    return switch (value) {
      case Boolean truth -> truth ? 1 : 0;
      case Instant instant -> LegacyTimes.ofDigits(clocks.digitsOf(instant));
      case LocalDate day -> day.toString();
      case JsonText json -> json.text();
      case null, default -> value;
    };
  }

  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
  }
}
