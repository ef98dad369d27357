package org.fractalgoals.projections.trash;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.engine.Microseconds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about what is deleted: one item per action that deleted something, the newest first. */
public final class TrashQueries {

  /**
   * The top of an action is what was asked to be deleted: a cascade begins with it. With what the action deleted comes
   * back what lives below it, down to the next deleted thing: an imported deletion has no cascade. What must be restored
   * before it is the highest deleted thing above.
   */
  private static final String TRASH = """
    WITH RECURSIVE member AS (
      SELECT id, root_id, parent_id, name, deleted_at, deleted_by,
        count(*) OVER (PARTITION BY root_id, deleted_by) AS members,
        first_value(id) OVER (PARTITION BY root_id, deleted_by ORDER BY deleted_position) AS top
      FROM goals
      WHERE deleted_by IS NOT NULL %s
    ),
    hidden (top, id) AS (
      SELECT member.top, child.id
      FROM member CROSS JOIN goals AS child ON child.parent_id = member.id
      WHERE child.deleted_by IS NULL
      UNION ALL
      SELECT hidden.top, child.id
      FROM hidden CROSS JOIN goals AS child ON child.parent_id = hidden.id
      WHERE child.deleted_by IS NULL
    ),
    company (top, size) AS (
      SELECT top, count(*)
      FROM hidden
      GROUP BY top
    ),
    above (top, id, height) AS (
      SELECT id, parent_id, 1
      FROM member
      WHERE id = top AND parent_id IS NOT NULL
      UNION ALL
      SELECT above.top, goals.parent_id, above.height + 1
      FROM above CROSS JOIN goals ON goals.id = above.id
      WHERE goals.parent_id IS NOT NULL
    ),
    obstacle (top, name, height) AS (
      SELECT above.top, goals.name, max(above.height)
      FROM above CROSS JOIN goals ON goals.id = above.id
      WHERE goals.deleted_by IS NOT NULL
      GROUP BY above.top
    )
    SELECT member.*, members + coalesce(company.size, 0) AS size, obstacle.name AS obstacle
    FROM member
      LEFT JOIN company ON company.top = member.id
      LEFT JOIN obstacle ON obstacle.top = member.id
    WHERE member.id = member.top
    ORDER BY member.deleted_at DESC, member.id
    """;

  private static final String OF_ALL = TRASH.formatted("");
  private static final String OF_FRACTAL = TRASH.formatted("AND root_id = :root");

  private final JdbcClient jdbc;

  public TrashQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** What is deleted in all fractals, deleted ones too. */
  public List<TrashItem> trash() {
    return jdbc.sql(OF_ALL).query(TrashQueries::item).list();
  }

  /** What is deleted in a fractal, which may be deleted itself; empty if there never was such a fractal. */
  public Optional<List<TrashItem>> trash(String rootId) {
    var known = jdbc.sql("""
      SELECT 1
      FROM goals
      WHERE id = :root AND root_id = :root
      """).param("root", rootId).query(Integer.class).optional();
    return known.map(one -> jdbc.sql(OF_FRACTAL).param("root", rootId).query(TrashQueries::item)
        .list());
  }

  private static TrashItem item(ResultSet row, int number) throws SQLException {
    var obstacle = row.getString("obstacle");
    return new TrashItem(row.getString("deleted_by"),
        Microseconds.toInstant(row.getLong("deleted_at")), EntityRef.goal(row.getString("id")),
        row.getString("root_id"), row.getString("name"), row.getInt("size"), obstacle == null,
        reason(obstacle));
  }

  private static @Nullable String reason(@Nullable String obstacle) {
    return obstacle == null
        ? null
        : "It stands below the goal \"%s\", which is deleted: restore that one first, or name another parent."
            .formatted(obstacle);
  }
}
