package org.fractalgoals.projections.goal;

/**
 * How the table {@code goals} is written. In each statement {@code ?1} is the goal's id, {@code ?2} the sequence of the
 * event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being. A goal is visible if what is
 * above it is, goal or session, or nothing is.
 */
final class GoalSql {

  static final String IS_KNOWN = "SELECT 1 FROM goals WHERE id = ?1";

  static final String CREATE = """
    INSERT INTO goals (id, version, created_at, updated_at, root_id, parent_id,
      parent_session_id, type, name, description, deadline, targets, sort_order, created_day,
      imported_as_is, visible)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
      coalesce((SELECT above.visible FROM goals AS above WHERE above.id = ?5),
        (SELECT above.visible FROM sessions AS above WHERE above.id = ?6), 1))
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, parent_id = excluded.parent_id,
      parent_session_id = excluded.parent_session_id, type = excluded.type,
      name = excluded.name, description = excluded.description, deadline = excluded.deadline,
      targets = excluded.targets, sort_order = excluded.sort_order,
      created_day = excluded.created_day, imported_as_is = excluded.imported_as_is,
      visible = excluded.visible, placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DESCRIBE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), description = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** Stays imported as it is only while the deadline precedes the creation; ?5: the event says so. */
  static final String SET_DEADLINE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), deadline = ?4,
      imported_as_is = (imported_as_is OR ?5) AND ?4 < created_day AND ?4 NOT LIKE '+%'
    WHERE id = ?1 AND version < ?2
    """;

  static final String CLEAR_DEADLINE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), deadline = NULL, imported_as_is = 0
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_TARGETS = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), targets = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String MOVE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), parent_id = ?4,
      parent_session_id = ?5, sort_order = ?6,
      visible = deleted_at IS NULL
        AND coalesce((SELECT above.visible FROM goals AS above WHERE above.id = ?4),
          (SELECT above.visible FROM sessions AS above WHERE above.id = ?5), 1)
    WHERE id = ?1 AND version < ?2
    """;

  static final String REORDER = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), sort_order = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** The time of completion may be unknown. */
  static final String COMPLETE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), completed = 1, completed_at = ?3
    WHERE id = ?1 AND version < ?2
    """;

  static final String REOPEN = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), completed = 0, completed_at = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6, visible = 0
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL,
      visible = coalesce(
        (SELECT above.visible FROM goals AS above WHERE above.id = goals.parent_id),
        (SELECT above.visible FROM sessions AS above WHERE above.id = goals.parent_session_id),
        1)
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE goals
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  private GoalSql() {}
}
