package org.fractalgoals.projections.program;

/**
 * How the table {@code program_blocks} is written. In each statement {@code ?1} is the block's id, {@code ?2} the sequence
 * of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class BlockSql {

  static final String IS_KNOWN = "SELECT 1 FROM program_blocks WHERE id = ?1";

  static final String ADD = """
    INSERT INTO program_blocks (id, version, created_at, updated_at, root_id, program_id, name,
      start_date, end_date, color, goal_ids, sort_order, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, program_id = excluded.program_id, name = excluded.name,
      start_date = excluded.start_date, end_date = excluded.end_date, color = excluded.color,
      goal_ids = excluded.goal_ids, sort_order = excluded.sort_order,
      imported_as_is = excluded.imported_as_is, placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** Stays imported as it is only if the event says so; ?6. */
  static final String CHANGE_DATES = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at), start_date = ?4, end_date = ?5,
      imported_as_is = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String COLOUR = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at), color = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_GOALS = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at), goal_ids = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** ?4: the goal; one that is listed already is not listed twice. */
  static final String ATTACH_GOAL = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at),
      goal_ids = iif(?4 IN (SELECT value FROM json_each(goal_ids)), goal_ids,
        json_insert(goal_ids, '$[#]', ?4))
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE program_blocks
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  private BlockSql() {}
}
