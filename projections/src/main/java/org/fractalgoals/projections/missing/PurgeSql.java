package org.fractalgoals.projections.missing;

/** What goes with a thing that is purged. In each statement {@code ?1} is the id of the thing. */
final class PurgeSql {

  static final String LINKS_OF_SESSION = """
    DELETE FROM session_goals
    WHERE session_id = ?1
    """;

  static final String VALUES_OF_INSTANCE = """
    DELETE FROM metric_values
    WHERE activity_instance_id = ?1
    """;

  static final String PLANS_OF_DAY = """
    DELETE FROM scheduled_sessions
    WHERE day_id = ?1
    """;

  static final String TEMPLATES_OF_DAY = """
    DELETE FROM program_day_templates
    WHERE program_day_id = ?1
    """;

  static final String NOTE = """
    DELETE FROM notes
    WHERE id = ?1
    """;

  /** {@code ?2} is the sequence of the event, {@code ?3} its time. */
  static final String TOUCH_ACTIVITY = """
    UPDATE activity_definitions
    SET version = ?2, updated_at = ?3
    WHERE id = ?1
    """;

  /** {@code ?2} is the sequence of the event, {@code ?3} its time. */
  static final String TOUCH_PROGRAM = """
    UPDATE programs
    SET version = ?2, updated_at = ?3
    WHERE id = ?1
    """;

  private PurgeSql() {}
}
