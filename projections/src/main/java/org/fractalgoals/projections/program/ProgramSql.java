package org.fractalgoals.projections.program;

/**
 * How the table {@code programs} is written. In each statement {@code ?1} is the program's id, {@code ?2} the sequence of
 * the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class ProgramSql {

  static final String IS_KNOWN = "SELECT 1 FROM programs WHERE id = ?1";

  static final String CREATE = """
    INSERT INTO programs (id, version, created_at, updated_at, root_id, name, description,
      start_date, end_date, goal_ids, is_active, weekly_schedule, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, name = excluded.name,
      description = excluded.description, start_date = excluded.start_date,
      end_date = excluded.end_date, goal_ids = excluded.goal_ids,
      is_active = excluded.is_active, weekly_schedule = excluded.weekly_schedule,
      imported_as_is = excluded.imported_as_is, placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DESCRIBE = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), description = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** Stays imported as it is only if the event says so; ?6. */
  static final String CHANGE_DATES = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), start_date = ?4, end_date = ?5,
      imported_as_is = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_GOALS = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), goal_ids = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String SET_ACTIVE = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), is_active = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String KEEP_SCHEDULE = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), weekly_schedule = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE programs
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  /** A block or day has changed: another version of the program, at the time of change it had. */
  static final String CHANGE_PART = """
    UPDATE programs
    SET version = ?2
    WHERE id = ?1 AND version < ?2
    """;

  private ProgramSql() {}
}
