package org.fractalgoals.projections.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

import org.fractalgoals.projections.engine.Microseconds;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code goals}. */
final class GoalRowMapper {

  private GoalRowMapper() {}

  static GoalRow map(ResultSet row, int number) throws SQLException {
    return new GoalRow(row.getString("id"), row.getString("root_id"), row.getString("parent_id"),
        row.getString("parent_session_id"), row.getString("type"), row.getString("name"),
        row.getString("description"), day(row.getString("deadline")), row.getBoolean("completed"),
        instantOrNull(row, "completed_at"), row.getString("targets"), row.getLong("sort_order"),
        instant(row, "created_at"), instant(row, "updated_at"), row.getLong("version"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Microseconds.toInstant(row.getLong(column));
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column)
      throws SQLException {
    long microseconds = row.getLong(column);
    return row.wasNull() ? null : Microseconds.toInstant(microseconds);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
