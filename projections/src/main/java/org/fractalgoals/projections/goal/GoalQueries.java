package org.fractalgoals.projections.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.Tree;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions about goals. Only what is visible is answered: what lives, and everything above it. A goal asked for in a
 * fractal that is not its own does not exist. Lists are in the order of the goals among their siblings, then of creation.
 *
 * <p>{@code CROSS JOIN} keeps SQLite from turning a join round and reading the whole table.
 */
public final class GoalQueries {

  private final JdbcClient jdbc;

  public GoalQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** All fractals. */
  public List<FractalRow> fractals() {
    return jdbc.sql("""
      SELECT id, type, name, description, created_at, (
          SELECT max(member.updated_at)
          FROM goals AS member
          WHERE member.root_id = goals.id AND member.visible
        ) AS updated_at
      FROM goals
      WHERE id = root_id AND visible
      ORDER BY sort_order, created_at, id
      """).query(GoalQueries::fractal).list();
  }

  /** A goal and what is visible below it. */
  public Optional<GoalTree> tree(String rootId, String goalId) {
    var bottomUp = jdbc.sql("""
      WITH RECURSIVE tree (id, depth) AS (
        SELECT id, 0
        FROM goals
        WHERE id = :goal AND root_id = :root AND visible
        UNION ALL
        SELECT child.id, tree.depth + 1
        FROM tree CROSS JOIN goals AS child ON child.parent_id = tree.id
        WHERE child.visible
      )
      SELECT goals.*
      FROM tree CROSS JOIN goals ON goals.id = tree.id
      ORDER BY tree.depth DESC, goals.sort_order, goals.created_at, goals.id
      """).param("goal", goalId).param("root", rootId).query(GoalRowMapper::map).list();
    return tree(bottomUp);
  }

  /** The tree of goals that come with the lowest level first; without recursion: a tree may be deep. */
  private static Optional<GoalTree> tree(List<GoalRow> bottomUp) {
    Map<String, List<Tree>> children = new HashMap<>();
    GoalTree top = null;
    for (var goal : bottomUp) {
      var below = children.remove(goal.id());
      top = new GoalTree(goal, below == null ? List.of() : below);
      if (goal.parentId() != null) {
        children.computeIfAbsent(goal.parentId(), id -> new ArrayList<>()).add(top);
      }
    }
    return Optional.ofNullable(top);
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
        row.getString("description"), Microseconds.toInstant(row.getLong("created_at")),
        Microseconds.toInstant(row.getLong("updated_at")));
  }
}
