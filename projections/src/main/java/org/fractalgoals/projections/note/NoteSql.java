package org.fractalgoals.projections.note;

/**
 * How the table {@code notes} is written. In each statement {@code ?1} is the note's id, {@code ?2} the sequence of the
 * event and {@code ?3} its time. A row that has seen the event is not changed again.
 */
final class NoteSql {

  /**
   * ?5 and ?6: kind and id of the context. Session and activity of an instance never change, once it is more than a
   * placeholder.
   */
  static final String CREATE = """
    INSERT INTO notes (id, version, created_at, updated_at, root_id, context_kind, goal_id,
      session_id, activity_instance_id, activity_definition_id, set_index, content,
      imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, iif(?5 = 'goal', ?6, NULL),
      CASE ?5
        WHEN 'session' THEN ?6
        WHEN 'instance' THEN (SELECT session_id FROM activity_instances WHERE id = ?6)
      END,
      iif(?5 = 'instance', ?6, NULL),
      CASE ?5
        WHEN 'activity' THEN ?6
        WHEN 'instance' THEN (SELECT activity_definition_id FROM activity_instances WHERE id = ?6)
      END,
      ?7, ?8, ?9)
    ON CONFLICT (id) DO NOTHING
    """;

  /** Stays imported as it is only if the event says so; ?5. */
  static final String EDIT = """
    UPDATE notes
    SET version = ?2, updated_at = coalesce(?3, updated_at), content = ?4, imported_as_is = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE notes
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE notes
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE notes
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  static final String IS_KNOWN = "SELECT 1 FROM notes WHERE id = ?1";

  private NoteSql() {}
}
