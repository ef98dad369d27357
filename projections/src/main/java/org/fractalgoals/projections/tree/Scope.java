package org.fractalgoals.projections.tree;

/**
 * Which goals and sessions a question is about, as a table {@code node} of visible ones: one of its columns
 * {@code goal_id} and {@code session_id} is null. {@code CROSS JOIN} keeps SQLite from turning a join round and reading a
 * whole table.
 */
enum Scope {
  /** All fractals. */
  ALL("""
    WITH node (goal_id, session_id) AS (
      SELECT goals.id, NULL
      FROM goals AS fractal CROSS JOIN goals ON goals.root_id = fractal.id
      WHERE fractal.id = fractal.root_id AND fractal.visible AND goals.visible
      UNION ALL
      SELECT NULL, sessions.id
      FROM goals AS fractal CROSS JOIN sessions ON sessions.root_id = fractal.id
      WHERE fractal.id = fractal.root_id AND fractal.visible AND sessions.visible
        AND sessions.deleted_at IS NULL
    )
    """),

  /** The fractal {@code :root}, sessions outside its tree among it. */
  FRACTAL("""
    WITH node (goal_id, session_id) AS (
      SELECT id, NULL
      FROM goals
      WHERE root_id = :root AND visible
      UNION ALL
      SELECT NULL, id
      FROM sessions
      WHERE root_id = :root AND visible AND deleted_at IS NULL
    )
    """),

  /** The goal {@code :goal} or session {@code :session}, the other being null, of the fractal and all below it. */
  SUBTREE("""
    WITH RECURSIVE node (goal_id, session_id) AS (
      SELECT id, NULL
      FROM goals
      WHERE id = :goal AND root_id = :root AND visible
      UNION ALL
      SELECT NULL, id
      FROM sessions
      WHERE id = :session AND root_id = :root AND visible
      UNION ALL
      SELECT goals.id, NULL
      FROM node CROSS JOIN goals ON goals.parent_id = node.goal_id
      WHERE goals.visible
      UNION ALL
      SELECT NULL, sessions.id
      FROM node CROSS JOIN sessions ON sessions.parent_id = node.goal_id
      WHERE sessions.visible
      UNION ALL
      SELECT goals.id, NULL
      FROM node CROSS JOIN goals ON goals.parent_session_id = node.session_id
      WHERE goals.visible
    )
    """),

  /** The session {@code :session} of the fractal alone. */
  SESSION("""
    WITH node (goal_id, session_id) AS (
      SELECT NULL, id
      FROM sessions
      WHERE id = :session AND root_id = :root AND visible
    )
    """);

  private final String nodes;

  Scope(String nodes) {
    this.nodes = nodes;
  }

  /** The table, for the beginning of a statement. */
  String nodes() {
    return nodes;
  }
}
