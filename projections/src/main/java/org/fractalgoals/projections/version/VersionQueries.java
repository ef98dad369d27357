package org.fractalgoals.projections.version;

import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about versions of things, of what is deleted, too. */
public final class VersionQueries {

  private final JdbcClient jdbc;

  public VersionQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
  }

  /** The place, in its stream, of the last event that changed the thing itself; empty if it is not there. */
  public Optional<Long> version(EntityRef thing) {
    return jdbc.sql(question(thing.kind())).param("id", thing.id()).query(Long.class).optional();
  }

  private static String question(Kind kind) {
    return switch (kind) {
      case GOAL -> "SELECT version FROM goals WHERE id = :id";
      case SESSION -> "SELECT version FROM sessions WHERE id = :id";
      case INSTANCE -> "SELECT version FROM activity_instances WHERE id = :id";
      case ACTIVITY -> "SELECT version FROM activity_definitions WHERE id = :id";
      case METRIC -> "SELECT version FROM metric_definitions WHERE id = :id";
      case SPLIT -> "SELECT version FROM split_definitions WHERE id = :id";
      case GROUP -> "SELECT version FROM activity_groups WHERE id = :id";
      case TEMPLATE -> "SELECT version FROM session_templates WHERE id = :id";
      case PROGRAM -> "SELECT version FROM programs WHERE id = :id";
      case BLOCK -> "SELECT version FROM program_blocks WHERE id = :id";
      case DAY -> "SELECT version FROM program_days WHERE id = :id";
      case NOTE -> "SELECT version FROM notes WHERE id = :id";
    };
  }
}
