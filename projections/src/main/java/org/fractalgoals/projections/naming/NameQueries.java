package org.fractalgoals.projections.naming;

import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about names, of what is deleted, too. */
public final class NameQueries {

  private final JdbcClient jdbc;

  public NameQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /**
   * What the thing is called now: an instance as its activity, a day without a name as its date. Empty if it is not there, a
   * placeholder or a note.
   */
  public Optional<String> name(EntityRef thing) {
    return jdbc.sql(question(thing.kind())).param("id", thing.id()).query(String.class).optional()
        .filter(name -> !name.isEmpty());
  }

  private static String question(Kind kind) {
    return switch (kind) {
      case GOAL -> "SELECT name FROM goals WHERE id = :id";
      case SESSION -> "SELECT name FROM sessions WHERE id = :id";
      case INSTANCE -> """
        SELECT activity.name
        FROM activity_instances AS instance
          CROSS JOIN activity_definitions AS activity
            ON activity.id = instance.activity_definition_id
        WHERE instance.id = :id
        """;
      case ACTIVITY -> "SELECT name FROM activity_definitions WHERE id = :id";
      case METRIC -> "SELECT name FROM metric_definitions WHERE id = :id";
      case SPLIT -> "SELECT name FROM split_definitions WHERE id = :id";
      case GROUP -> "SELECT name FROM activity_groups WHERE id = :id";
      case TEMPLATE -> "SELECT name FROM session_templates WHERE id = :id";
      case PROGRAM -> "SELECT name FROM programs WHERE id = :id";
      case BLOCK -> "SELECT name FROM program_blocks WHERE id = :id";
      case DAY ->
        "SELECT coalesce(name, date) FROM program_days WHERE id = :id AND NOT placeholder";
      case NOTE -> "SELECT '' FROM notes WHERE id = :id";
    };
  }
}
