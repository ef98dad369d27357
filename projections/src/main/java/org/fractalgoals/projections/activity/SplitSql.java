package org.fractalgoals.projections.activity;

/**
 * How the table {@code split_definitions} is written. In each statement {@code ?1} is the split's id, {@code ?2} the
 * sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class SplitSql {

  static final String IS_KNOWN = "SELECT 1 FROM split_definitions WHERE id = ?1";

  static final String ADD = """
    INSERT INTO split_definitions (id, version, created_at, updated_at, root_id, activity_id, name,
      split_order, sort_order, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, activity_id = excluded.activity_id,
      name = excluded.name, split_order = excluded.split_order,
      sort_order = excluded.sort_order, imported_as_is = excluded.imported_as_is,
      placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4, imported_as_is = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String REORDER = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), split_order = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String REMOVE = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String BRING_BACK = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL
    WHERE id = ?1 AND version < ?2
    """;

  private SplitSql() {}
}
