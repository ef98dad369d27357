package org.fractalgoals.projections.activitygroup;

/**
 * How the table {@code activity_groups} is written. In each statement {@code ?1} is the group's id, {@code ?2} the
 * sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again.
 */
final class GroupSql {

  static final String IS_KNOWN = "SELECT 1 FROM activity_groups WHERE id = ?1";

  static final String CREATE = """
    INSERT INTO activity_groups (id, version, created_at, updated_at, root_id, name, description,
      sort_order, imported_as_is, name_yielded)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, 1)
    ON CONFLICT (id) DO NOTHING
    """;

  static final String RENAME = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4,
      imported_as_is = ?5, name_yielded = 1
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
      deleted_position = ?6, name_yielded = 1
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL, name_yielded = 1
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE activity_groups
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  /**
   * Gives names to those that came to them while another had them, as soon as nobody else has: of several to the one with
   * the least id. Each change of a name or a life is followed by it. Takes only what the names are unique in, as
   * {@code ?1}.
   */
  static final String SETTLE_NAMES = """
    UPDATE activity_groups
    SET name_yielded = 0
    WHERE root_id = ?1 AND name_yielded
      AND (deleted_at IS NOT NULL OR imported_as_is OR NOT (
        EXISTS (
          SELECT 1
          FROM activity_groups AS owner
          WHERE owner.root_id = ?1 AND owner.name = activity_groups.name
            AND owner.deleted_at IS NULL AND NOT owner.imported_as_is AND NOT owner.name_yielded
        ) OR EXISTS (
          SELECT 1
          FROM activity_groups AS elder
          WHERE elder.root_id = ?1 AND elder.name_yielded AND elder.name = activity_groups.name
            AND elder.id < activity_groups.id AND elder.deleted_at IS NULL AND NOT elder.imported_as_is
        )))
    """;

  private GroupSql() {}
}
