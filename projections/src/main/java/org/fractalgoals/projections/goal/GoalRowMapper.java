package org.fractalgoals.projections.goal;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.fractalgoals.projections.engine.Columns;

/** Reads rows of the table {@code goals}. */
public final class GoalRowMapper {

  private GoalRowMapper() {}

  public static GoalRow map(ResultSet row, int number) throws SQLException {
    return new GoalRow(row.getString("id"), row.getString("root_id"), row.getString("parent_id"),
        row.getString("parent_session_id"), row.getString("type"), row.getString("name"),
        row.getString("description"), Columns.dayOrNull(row, "deadline"),
        row.getBoolean("completed"), Columns.instantOrNull(row, "completed_at"),
        row.getString("targets"), row.getLong("sort_order"), Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"), row.getLong("version"));
  }
}
