package org.fractalgoals.projections.missing;

/**
 * The rows of placeholders. In each {@code ?1} is the id, {@code ?2} the sequence of the event, {@code ?3}
 * its time, {@code ?4} the fractal and {@code ?5}, where it is needed, the id of the parent. Where names are unique, a
 * placeholder counts as imported as it is: none has a name.
 */
final class PlaceholderSql {

  /** ?5 and ?6: the goal or session above, if any. */
  static final String GOAL = """
    goals (id, version, created_at, updated_at, root_id, parent_id,
      parent_session_id, type, name, description, sort_order, created_day, imported_as_is,
      visible, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, 'Placeholder', '', '', 0, '', 0, 0, 1)
    """;

  static final String SESSION = """
    sessions (id, version, created_at, updated_at, root_id, parent_id, name,
      description, created_day, imported_as_is, visible, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, '', '', '', 0, 0, 1)
    """;

  /** Of which activity is not known. */
  static final String INSTANCE = """
    activity_instances (id, version, created_at, updated_at, root_id, session_id,
      sort_order, imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, 0, 0, 1)
    """;

  static final String ACTIVITY = """
    activity_definitions (id, version, created_at, updated_at, root_id, name,
      description, has_sets, has_metrics, metrics_multiplicative, has_splits, imported_as_is,
      placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, '', '', 0, 0, 0, 0, 1, 1)
    """;

  static final String METRIC = """
    metric_definitions (id, version, created_at, updated_at, root_id, activity_id,
      name, unit, is_active, is_top_set_metric, is_multiplicative, allow_negative, sort_order,
      imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, '', '', 0, 0, 0, 0, 0, 1, 1)
    """;

  static final String SPLIT = """
    split_definitions (id, version, created_at, updated_at, root_id, activity_id,
      name, split_order, sort_order, imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, '', 0, 0, 1, 1)
    """;

  static final String GROUP = """
    activity_groups (id, version, created_at, updated_at, root_id, name, description,
      sort_order, imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, '', '', 0, 1, 1)
    """;

  static final String TEMPLATE = """
    session_templates (id, version, created_at, updated_at, root_id, name,
      description, template_data, imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, '', '', '', 1, 1)
    """;

  static final String PROGRAM = """
    programs (id, version, created_at, updated_at, root_id, name, description,
      is_active, goal_ids, imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, '', '', 0, '[]', 0, 1)
    """;

  static final String BLOCK = """
    program_blocks (id, version, created_at, updated_at, root_id, program_id, name,
      goal_ids, sort_order, imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, '', '[]', 0, 0, 1)
    """;

  static final String DAY = """
    program_days (id, version, created_at, updated_at, root_id, block_id, sort_order,
      imported_as_is, placeholder)
    VALUES (?1, ?2, ?3, ?3, ?4, ?5, 0, 0, 1)
    """;

  /** The stream of the activity is longer by one event. */
  static final String SEE_ACTIVITY = """
    UPDATE activity_definitions
    SET version = ?2
    WHERE id = ?1 AND version < ?2
    """;

  /** The stream of the program is longer by one event. */
  static final String SEE_PROGRAM = """
    UPDATE programs
    SET version = ?2
    WHERE id = ?1 AND version < ?2
    """;

  private PlaceholderSql() {}

  /** Adds a row. What is known already stays as it is. */
  static String adding(String row) {
    return "INSERT INTO " + row + "ON CONFLICT (id) DO NOTHING";
  }

  /** Puts a row in the place of whatever is there. References to it may stay. */
  static String replacing(String row) {
    return "REPLACE INTO " + row;
  }
}
