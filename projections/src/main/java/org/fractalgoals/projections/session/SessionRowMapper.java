package org.fractalgoals.projections.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.projections.engine.Columns;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code sessions}. */
public final class SessionRowMapper {

  private SessionRowMapper() {}

  /**
   * @param served the goals it serves, in the order they were linked
   */
  public static SessionRow map(ResultSet row, List<String> served) throws SQLException {
    var parentId = row.getString("parent_id");
    return new SessionRow(row.getString("id"), row.getString("root_id"), parentId,
        with(parentId, served), row.getString("name"), row.getString("description"),
        Columns.dayOrNull(row, "deadline"), row.getString("targets"),
        Columns.timeOrNull(row, "session_start"), Columns.timeOrNull(row, "session_end"),
        Columns.longOrNull(row, "duration_minutes"),
        Columns.longOrNull(row, "total_duration_seconds"), row.getString("template_id"),
        row.getString("session_data"), row.getBoolean("completed"),
        Columns.instantOrNull(row, "completed_at"), Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"), row.getLong("version"));
  }

  private static List<String> with(@Nullable String parentId, List<String> served) {
    if (parentId == null || served.contains(parentId)) {
      return served;
    }
    var all = new ArrayList<>(served);
    all.add(parentId);
    return all;
  }
}
