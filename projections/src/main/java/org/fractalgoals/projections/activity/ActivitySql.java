package org.fractalgoals.projections.activity;

/**
 * How the table {@code activity_definitions} is written. In each statement {@code ?1} is the activity's id, {@code ?2}
 * the sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class ActivitySql {

  static final String IS_KNOWN = "SELECT 1 FROM activity_definitions WHERE id = ?1";

  static final String DEFINE = """
    INSERT INTO activity_definitions (id, version, created_at, updated_at, root_id, group_id, name,
      description, has_sets, has_metrics, metrics_multiplicative, has_splits, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, group_id = excluded.group_id, name = excluded.name,
      description = excluded.description, has_sets = excluded.has_sets,
      has_metrics = excluded.has_metrics,
      metrics_multiplicative = excluded.metrics_multiplicative,
      has_splits = excluded.has_splits, imported_as_is = excluded.imported_as_is,
      placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4, imported_as_is = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String DESCRIBE = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), description = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_FLAGS = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), has_sets = ?4,
      has_metrics = ?5, metrics_multiplicative = ?6, has_splits = ?7
    WHERE id = ?1 AND version < ?2
    """;

  /** ?4: null for no group. */
  static final String CHANGE_GROUP = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), group_id = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  /** A metric or split has changed: another version of the activity, at the time of change it had. */
  static final String CHANGE_PART = """
    UPDATE activity_definitions
    SET version = ?2
    WHERE id = ?1 AND version < ?2
    """;

  private ActivitySql() {}
}
