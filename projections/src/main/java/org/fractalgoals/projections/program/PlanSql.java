package org.fractalgoals.projections.program;

/** How the tables {@code scheduled_sessions} and {@code program_day_templates} are written. */
final class PlanSql {

  /**
   * ?1: its id, ?2: the sequence of the event, ?3: its time, ?12: time for a new row. One that was taken off the day comes
   * back; a row that has seen the event is not changed again.
   */
  static final String SCHEDULE = """
    INSERT INTO scheduled_sessions (id, version, created_at, updated_at, root_id, day_id,
      session_template_id, by_hand, is_completed, completion_data, sort_order, imported_as_is)
    VALUES (?1, ?2, ?12, ?12, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, updated_at = coalesce(?3, updated_at),
      session_template_id = excluded.session_template_id, by_hand = excluded.by_hand,
      is_completed = excluded.is_completed, completion_data = excluded.completion_data,
      sort_order = excluded.sort_order, deleted_at = NULL, deleted_by = NULL
    WHERE version < excluded.version
    """;

  /** ?1: its id, ?2: the sequence of the event, ?3: its time, ?4 and ?5: when and by what it was taken off. */
  static final String UNSCHEDULE = """
    UPDATE scheduled_sessions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5
    WHERE id = ?1 AND version < ?2
    """;

  /** ?1: the day. Each template that is planned for it, once. To be followed by {@link #FORGET_TEMPLATES}. */
  static final String LIST_TEMPLATES = """
    INSERT INTO program_day_templates (program_day_id, session_template_id, root_id, sort_order,
      created_at, updated_at)
    SELECT day_id, session_template_id, root_id, min(sort_order), min(created_at), max(updated_at)
    FROM scheduled_sessions
    WHERE day_id = ?1 AND deleted_at IS NULL AND session_template_id IS NOT NULL
    GROUP BY session_template_id
    ON CONFLICT (program_day_id, session_template_id) DO UPDATE
    SET sort_order = excluded.sort_order, created_at = excluded.created_at,
      updated_at = excluded.updated_at
    """;

  /** ?1: the day. */
  static final String FORGET_TEMPLATES = """
    DELETE FROM program_day_templates
    WHERE program_day_id = ?1 AND session_template_id NOT IN (
        SELECT session_template_id
        FROM scheduled_sessions
        WHERE day_id = ?1 AND deleted_at IS NULL AND session_template_id IS NOT NULL
      )
    """;

  private PlanSql() {}
}
