package org.fractalgoals.projections.program;

/**
 * How the table {@code program_days} is written. In each statement {@code ?1} is the day's id, {@code ?2} the sequence of
 * the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class DaySql {

  static final String IS_KNOWN = "SELECT 1 FROM program_days WHERE id = ?1";

  static final String ADD = """
    INSERT INTO program_days (id, version, created_at, updated_at, root_id, block_id, date,
      day_number, name, notes, sort_order, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, block_id = excluded.block_id, date = excluded.date,
      day_number = excluded.day_number, name = excluded.name, notes = excluded.notes,
      sort_order = excluded.sort_order, imported_as_is = excluded.imported_as_is,
      placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String RENUMBER = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at), day_number = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String NOTE = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at), notes = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String SET_COMPLETED = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at), is_completed = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  /** What is planned for the day has changed. */
  static final String CHANGE_PLAN = """
    UPDATE program_days
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  private DaySql() {}
}
