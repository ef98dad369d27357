package org.fractalgoals.projections.activitygroup;

/**
 * How the table {@code activity_groups} is written. In each statement {@code ?1} is the group's id, {@code ?2} the
 * sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class GroupSql {

  static final String IS_KNOWN = "SELECT 1 FROM activity_groups WHERE id = ?1";

  static final String CREATE = """
    INSERT INTO activity_groups (id, version, created_at, updated_at, root_id, name, description,
      sort_order, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, name = excluded.name,
      description = excluded.description, sort_order = excluded.sort_order,
      imported_as_is = excluded.imported_as_is, placeholder = 0
    WHERE placeholder
    """;

  static final String RENAME = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4, imported_as_is = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String DESCRIBE = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), description = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String REORDER = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), sort_order = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  private GroupSql() {}
}
