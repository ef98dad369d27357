package org.fractalgoals.projections.activity;

/**
 * How the table {@code split_definitions} is written. In each statement {@code ?1} is the split's id, {@code ?2} the
 * sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again.
 */
final class SplitSql {

  static final String IS_KNOWN = "SELECT 1 FROM split_definitions WHERE id = ?1";

  static final String ADD = """
    INSERT INTO split_definitions (id, version, created_at, updated_at, root_id, activity_id, name,
      split_order, sort_order, imported_as_is, name_yielded)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)
    ON CONFLICT (id) DO NOTHING
    """;

  static final String RENAME = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4,
      imported_as_is = ?5, name_yielded = 1
    WHERE id = ?1 AND version < ?2
    """;

  static final String REORDER = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), split_order = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String REMOVE = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      name_yielded = 1
    WHERE id = ?1 AND version < ?2
    """;

  static final String BRING_BACK = """
    UPDATE split_definitions
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, name_yielded = 1
    WHERE id = ?1 AND version < ?2
    """;

  /**
   * Gives names to those that came to them while another had them, as soon as nobody else has: of several to the one with
   * the least id. Each change of a name or a life is followed by it. Takes only what the names are unique in, as
   * {@code ?1}.
   */
  static final String SETTLE_NAMES = """
    UPDATE split_definitions
    SET name_yielded = 0
    WHERE activity_id = ?1 AND name_yielded
      AND (deleted_at IS NOT NULL OR imported_as_is OR NOT (
        EXISTS (
          SELECT 1
          FROM split_definitions AS owner
          WHERE owner.activity_id = ?1 AND owner.name = split_definitions.name
            AND owner.deleted_at IS NULL AND NOT owner.imported_as_is AND NOT owner.name_yielded
        ) OR EXISTS (
          SELECT 1
          FROM split_definitions AS elder
          WHERE elder.activity_id = ?1 AND elder.name_yielded AND elder.name = split_definitions.name
            AND elder.id < split_definitions.id AND elder.deleted_at IS NULL AND NOT elder.imported_as_is
        )))
    """;

  private SplitSql() {}
}
