package org.fractalgoals.projections.template;

/**
 * How the table {@code session_templates} is written. In each statement {@code ?1} is the template's id, {@code ?2} the
 * sequence of the event and {@code ?3} its time. A row that has seen the event is not changed again;
 * a placeholder becomes the thing itself when that comes into being.
 */
final class TemplateSql {

  static final String CREATE = """
    INSERT INTO session_templates (id, version, created_at, updated_at, root_id, name,
      description, template_data, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, created_at = excluded.created_at,
      updated_at = excluded.updated_at, name = excluded.name,
      description = excluded.description, template_data = excluded.template_data,
      imported_as_is = excluded.imported_as_is, placeholder = 0
    WHERE placeholder
    """;

  /** Stays imported as it is only if the event says so; ?5. */
  static final String RENAME = """
    UPDATE session_templates
    SET version = ?2, updated_at = coalesce(?3, updated_at), name = ?4, imported_as_is = ?5
    WHERE id = ?1 AND version < ?2
    """;

  static final String DESCRIBE = """
    UPDATE session_templates
    SET version = ?2, updated_at = coalesce(?3, updated_at), description = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_DATA = """
    UPDATE session_templates
    SET version = ?2, updated_at = coalesce(?3, updated_at), template_data = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE session_templates
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4, deleted_by = ?5,
      deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE session_templates
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE session_templates
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  static final String IS_KNOWN = "SELECT 1 FROM session_templates WHERE id = ?1";

  private TemplateSql() {}
}
