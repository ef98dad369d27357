package org.fractalgoals.projections.session;

/**
 * How the tables {@code sessions} and {@code session_goals} are written. In each statement {@code ?1} is the session's id,
 * {@code ?2} the sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being. A
 * session is visible if the goal above it is, or its fractal where it has none.
 */
final class SessionSql {

  static final String IS_KNOWN = "SELECT 1 FROM sessions WHERE id = ?1";

  static final String CREATE = """
    INSERT INTO sessions (id, version, created_at, updated_at, root_id, parent_id, name,
      description, duration_minutes, total_duration_seconds, session_start, session_end,
      template_id, session_data, created_day, imported_as_is, visible)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
      (SELECT above.visible FROM goals AS above WHERE above.id = coalesce(?5, ?4)))
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, parent_id = excluded.parent_id, name = excluded.name,
      description = excluded.description, duration_minutes = excluded.duration_minutes,
      total_duration_seconds = excluded.total_duration_seconds,
      session_start = excluded.session_start, session_end = excluded.session_end,
      template_id = excluded.template_id, session_data = excluded.session_data,
      created_day = excluded.created_day, imported_as_is = excluded.imported_as_is,
      visible = excluded.visible, placeholder = 0
    WHERE placeholder
    """;

  /** Takes session, goal, fractal, type of the goal, place among the links, time. */
  static final String LINK = """
    INSERT INTO session_goals (session_id, goal_id, root_id, goal_type, sort_order, created_at,
      updated_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
    ON CONFLICT (session_id, goal_id) DO NOTHING
    """;

  /** Takes session, goal, type of the goal, time; the last of the links. */
  static final String LINK_ONE_MORE = """
    INSERT INTO session_goals (session_id, goal_id, root_id, goal_type, sort_order, created_at,
      updated_at)
    SELECT s.id, ?2, s.root_id, ?3,
      (SELECT coalesce(max(l.sort_order) + 1, 0) FROM session_goals AS l WHERE l.session_id = ?1),
      ?4, ?4
    FROM sessions AS s
    WHERE s.id = ?1
    ON CONFLICT (session_id, goal_id) DO NOTHING
    """;

  static final String RENAME = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DESCRIBE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), description = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** ?5: the event says that it breaks a rule; so below. To be followed by {@link #CONFORM}. */
  static final String SET_DEADLINE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deadline = ?4,
      imported_as_is = imported_as_is OR ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String CLEAR_DEADLINE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deadline = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_TARGETS = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), targets = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_DURATION = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), duration_minutes = ?4,
      imported_as_is = imported_as_is OR ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_TOTAL_DURATION = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at),
      total_duration_seconds = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** What breaks no rule any more is no longer imported as it is. */
  static final String CONFORM = """
    UPDATE sessions
    SET imported_as_is = 0
    WHERE id = ?1 AND imported_as_is
      AND (deadline IS NULL OR deadline >= created_day OR deadline LIKE '+%')
      AND (duration_minutes IS NULL OR duration_minutes >= 0)
    """;

  static final String CHANGE_START = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), session_start = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_END = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), session_end = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_TEMPLATE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), template_id = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_DATA = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), session_data = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String MOVE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), parent_id = ?4,
      visible = deleted_at IS NULL
        AND (SELECT above.visible FROM goals AS above WHERE above.id = ?4)
    WHERE id = ?1 AND version < ?2
    """;

  /** The time of completion may be unknown. */
  static final String COMPLETE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), completed = 1, completed_at = ?3
    WHERE id = ?1 AND version < ?2
    """;

  static final String REOPEN = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), completed = 0, completed_at = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6, visible = 0
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL,
      visible = (
        SELECT above.visible
        FROM goals AS above
        WHERE above.id = coalesce(sessions.parent_id, sessions.root_id)
      )
    WHERE id = ?1 AND version < ?2
    """;

  /** Changes nothing that is shown of the session itself. */
  static final String SEE = """
    UPDATE sessions
    SET version = ?2
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  private SessionSql() {}
}
