package org.fractalgoals.projections.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/** Reads the columns of a row as {@link Statements} writes them. */
public final class Columns {

  private Columns() {}

  /** An instant that is always known. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Microseconds.toInstant(row.getLong(column));
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column)
      throws SQLException {
    var microseconds = longOrNull(row, column);
    return microseconds == null ? null : Microseconds.toInstant(microseconds);
  }

  public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : LocalDate.parse(text);
  }

  public static @Nullable LocalDateTime timeOrNull(ResultSet row, String column)
      throws SQLException {
    var text = row.getString(column);
    return text == null ? null : LocalDateTime.parse(text);
  }
}
