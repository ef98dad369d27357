package org.fractalgoals.projections.activitygroup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.projections.engine.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions about groups of activities. Only what lives in a visible fractal is answered. {@code CROSS JOIN} keeps SQLite
 * from turning a join round.
 */
public final class GroupQueries {

  private final JdbcClient jdbc;

  public GroupQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** The groups of a fractal by sort order, then in the order of creation. */
  public List<GroupRow> groups(String rootId) {
    return jdbc.sql("""
      SELECT activity_groups.*
      FROM goals AS root CROSS JOIN activity_groups ON activity_groups.root_id = root.id
      WHERE root.id = :root AND root.visible AND activity_groups.deleted_at IS NULL
        AND NOT activity_groups.placeholder
      ORDER BY activity_groups.sort_order, activity_groups.created_at, activity_groups.id
      """).param("root", rootId).query(GroupQueries::group).list();
  }

  /** One group. */
  public Optional<GroupRow> group(String rootId, String groupId) {
    return jdbc.sql("""
      SELECT activity_groups.*
      FROM activity_groups CROSS JOIN goals AS root ON root.id = activity_groups.root_id
      WHERE activity_groups.id = :group AND activity_groups.root_id = :root AND root.visible
        AND activity_groups.deleted_at IS NULL AND NOT activity_groups.placeholder
      """).param("group", groupId).param("root", rootId).query(GroupQueries::group).optional();
  }

  private static GroupRow group(ResultSet row, int number) throws SQLException {
    return new GroupRow(row.getString("id"), row.getString("root_id"), row.getString("name"),
        row.getString("description"), row.getLong("sort_order"),
        Columns.instant(row, "created_at"), Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }
}
