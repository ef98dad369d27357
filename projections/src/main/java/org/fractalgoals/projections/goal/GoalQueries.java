package org.fractalgoals.projections.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.projections.engine.Columns;
import org.fractalgoals.projections.engine.Microseconds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions about goals. Only what is visible is answered: what lives, and everything above it. A goal asked for in a
 * fractal that is not its own does not exist. Lists are in the order of the goals among their siblings, then of creation.
 */
public final class GoalQueries {

  private final JdbcClient jdbc;

  public GoalQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** All fractals. */
  public List<FractalRow> fractals() {
    return jdbc.sql("""
      SELECT id, type, name, description, created_at, max((
          SELECT max(member.updated_at)
          FROM goals AS member
          WHERE member.root_id = goals.id AND member.visible
        ), coalesce((
          SELECT max(member.updated_at)
          FROM sessions AS member
          WHERE member.root_id = goals.id AND member.deleted_at IS NULL AND member.visible
        ), updated_at)) AS updated_at
      FROM goals
      WHERE id = root_id AND visible
      ORDER BY sort_order, created_at, id
      """).query(GoalQueries::fractal).list();
  }

  /** One goal. */
  public Optional<GoalRow> goal(String rootId, String goalId) {
    return jdbc.sql("""
      SELECT *
      FROM goals
      WHERE id = :goal AND root_id = :root AND visible
      """).param("goal", goalId).param("root", rootId).query(GoalRowMapper::map).optional();
  }

  /** The goal at the top of a fractal. */
  public Optional<GoalRow> root(String rootId) {
    return goal(rootId, rootId);
  }

  /** The goals of one type in a fractal. */
  public List<GoalRow> goalsOfType(String rootId, String type) {
    return jdbc.sql("""
      SELECT *
      FROM goals
      WHERE root_id = :root AND type = :type AND visible
      ORDER BY sort_order, created_at, id
      """).param("root", rootId).param("type", type).query(GoalRowMapper::map).list();
  }

  /** The goals of one type in all fractals. */
  public List<GoalRow> goalsOfType(String type) {
    return jdbc.sql("""
      SELECT *
      FROM goals
      WHERE type = :type AND visible
      ORDER BY sort_order, created_at, id
      """).param("type", type).query(GoalRowMapper::map).list();
  }

  /** The completed goals of one type in a fractal. */
  public List<GoalRow> completedGoals(String rootId, String type) {
    return jdbc.sql("""
      SELECT *
      FROM goals
      WHERE root_id = :root AND type = :type AND completed AND visible
      ORDER BY sort_order, created_at, id
      """).param("root", rootId).param("type", type).query(GoalRowMapper::map).list();
  }

  /** The goals that stand directly below a session. */
  public List<GoalRow> goalsBelowSession(String rootId, String sessionId) {
    return jdbc.sql("""
      SELECT *
      FROM goals
      WHERE parent_session_id = :session AND root_id = :root AND visible
      ORDER BY sort_order, created_at, id
      """).param("session", sessionId).param("root", rootId).query(GoalRowMapper::map).list();
  }

  /** The goals of all fractals created at a moment or after it, the newest first. */
  public List<GoalRow> goalsCreatedSince(Instant moment) {
    return jdbc.sql("""
      SELECT *
      FROM goals
      WHERE created_at >= :moment AND visible
      ORDER BY created_at DESC, id
      """).param("moment", Microseconds.of(moment)).query(GoalRowMapper::map).list();
  }

  private static FractalRow fractal(ResultSet row, int number) throws SQLException {
    return new FractalRow(row.getString("id"), row.getString("type"), row.getString("name"),
        row.getString("description"), Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
