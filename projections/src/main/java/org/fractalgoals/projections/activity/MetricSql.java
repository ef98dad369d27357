package org.fractalgoals.projections.activity;

/**
 * How the table {@code metric_definitions} is written. In each statement {@code ?1} is the metric's id, {@code ?2} the
 * sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class MetricSql {

  static final String IS_KNOWN = "SELECT 1 FROM metric_definitions WHERE id = ?1";

  static final String ADD = """
    INSERT INTO metric_definitions (id, version, created_at, updated_at, root_id, activity_id, name,
      unit, is_active, is_top_set_metric, is_multiplicative, allow_negative, sort_order,
      imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9, ?10, ?11, ?12)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, activity_id = excluded.activity_id,
      name = excluded.name, unit = excluded.unit, is_active = excluded.is_active,
      is_top_set_metric = excluded.is_top_set_metric,
      is_multiplicative = excluded.is_multiplicative, allow_negative = excluded.allow_negative,
      sort_order = excluded.sort_order, imported_as_is = excluded.imported_as_is,
      placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE metric_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4, imported_as_is = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String REDEFINE = """
    UPDATE metric_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), unit = ?4,
      is_top_set_metric = ?5, is_multiplicative = ?6, allow_negative = ?7
    WHERE id = ?1 AND version < ?2
    """;

  static final String REMOVE = """
    UPDATE metric_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), is_active = 0, deleted_at = ?4,
      deleted_by = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String BRING_BACK = """
    UPDATE metric_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), is_active = 1, deleted_at = NULL,
      deleted_by = NULL
    WHERE id = ?1 AND version < ?2
    """;

  private MetricSql() {}
}
