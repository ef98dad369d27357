package org.fractalgoals.projections.session;

/**
 * How the tables {@code activity_instances} and {@code metric_values} are written. In each statement {@code ?1} is the id
 * of the row, {@code ?2} the sequence of the event and {@code ?3} its time. A row that has seen the event is not changed
 * again.
 */
final class InstanceSql {

  static final String IS_KNOWN = "SELECT 1 FROM activity_instances WHERE id = ?1";

  static final String ADD = """
    INSERT INTO activity_instances (id, version, created_at, updated_at, root_id, session_id,
      activity_definition_id, sort_order, imported_as_is)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (id) DO NOTHING
    """;

  /** A placeholder becomes the instance itself. To be followed by {@link #FILL_NOTES}. */
  static final String FILL = """
    UPDATE activity_instances
    SET version = ?2, created_at = ?3, updated_at = ?3, session_id = ?4,
      activity_definition_id = ?5, sort_order = ?6, imported_as_is = ?7, placeholder = 0
    WHERE id = ?1 AND placeholder
    """;

  /** The notes about the instance, written while it was a placeholder, take session and activity from it. */
  static final String FILL_NOTES = """
    UPDATE notes
    SET session_id = instance.session_id,
      activity_definition_id = instance.activity_definition_id
    FROM activity_instances AS instance
    WHERE instance.id = ?1 AND notes.activity_instance_id = ?1
      AND notes.activity_definition_id IS NULL
    """;

  static final String NOTE = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), notes = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String CHANGE_SETS = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), sets = ?4
    WHERE id = ?1 AND version < ?2
    """;

  /** The time of completion may be unknown. */
  static final String COMPLETE = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), completed = 1, completed_at = ?3
    WHERE id = ?1 AND version < ?2
    """;

  static final String REOPEN = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), completed = 0, completed_at = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String START = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), time_start = ?4,
      time_stop = NULL, duration_seconds = NULL, imported_as_is = 0
    WHERE id = ?1 AND version < ?2
    """;

  /** ?6: the event says that it breaks a rule. To be followed by {@link #CONFORM}. */
  static final String STOP = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), time_stop = ?4,
      duration_seconds = ?5, imported_as_is = imported_as_is OR ?6
    WHERE id = ?1 AND version < ?2
    """;

  /** ?7: the event says that it breaks a rule. To be followed by {@link #CONFORM}. */
  static final String SET_TIMES = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), time_start = ?4,
      time_stop = ?5, duration_seconds = ?6, imported_as_is = imported_as_is OR ?7
    WHERE id = ?1 AND version < ?2
    """;

  /** What breaks no rule any more is no longer imported as it is. */
  static final String CONFORM = """
    UPDATE activity_instances
    SET imported_as_is = 0
    WHERE id = ?1 AND imported_as_is
      AND (time_start IS NULL OR time_stop IS NULL OR time_stop >= time_start)
      AND (duration_seconds IS NULL OR duration_seconds >= 0)
    """;

  static final String REORDER = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), sort_order = ?4
    WHERE id = ?1 AND version < ?2
    """;

  static final String DELETE = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = ?4,
      deleted_by = ?5, deleted_position = ?6
    WHERE id = ?1 AND version < ?2
    """;

  static final String RESTORE = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at), deleted_at = NULL,
      deleted_by = NULL, deleted_position = NULL
    WHERE id = ?1 AND version < ?2
    """;

  static final String TOUCH = """
    UPDATE activity_instances
    SET version = ?2, updated_at = coalesce(?3, updated_at)
    WHERE id = ?1 AND version < ?2
    """;

  /**
   * A value keeps its time of creation and its place. ?10: time for a new row, ?11: the event says that it breaks a rule;
   * it stays imported as it is only while it is below zero and must not be.
   */
  static final String RECORD = """
    INSERT INTO metric_values (id, version, created_at, updated_at, root_id,
      activity_instance_id, metric_definition_id, split_definition_id, value, allow_negative,
      imported_as_is, sort_order)
    VALUES (?1, ?2, ?10, ?10, ?4, ?5, ?6, ?7, ?8, ?9, ?11, ?2)
    ON CONFLICT (id) DO UPDATE
    SET version = excluded.version, updated_at = coalesce(?3, updated_at),
      value = excluded.value, allow_negative = excluded.allow_negative,
      imported_as_is = (imported_as_is OR excluded.imported_as_is)
        AND excluded.value < 0 AND NOT excluded.allow_negative
    WHERE version < excluded.version
    """;

  private InstanceSql() {}
}
