package org.fractalgoals.projections.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about the activities performed in sessions. Only what is visible is answered: what lives, and
 * everything above it. What is asked for in a fractal that is not its own does not exist.
 */
public final class InstanceQueries {

  private static final String OF_SESSION = """
    WITH performed AS (
      SELECT instance.*
      FROM sessions
        CROSS JOIN activity_instances AS instance ON instance.session_id = sessions.id
      WHERE sessions.id = :session AND sessions.root_id = :root AND sessions.visible
        AND instance.deleted_at IS NULL AND NOT instance.placeholder
    )
    """;

  private static final String OF_FRACTAL = """
    WITH performed AS (
      SELECT instance.*
      FROM activity_instances AS instance
        CROSS JOIN sessions ON sessions.id = instance.session_id
      WHERE instance.root_id = :root AND instance.deleted_at IS NULL AND NOT instance.placeholder
        AND sessions.visible
    )
    """;

  private static final String ONE = """
    WITH performed AS (
      SELECT instance.*
      FROM activity_instances AS instance
        CROSS JOIN sessions ON sessions.id = instance.session_id
      WHERE instance.id = :instance AND instance.root_id = :root AND instance.deleted_at IS NULL
        AND NOT instance.placeholder AND sessions.visible
    )
    """;

  private final InstanceReader instances;
  private final TransactionTemplate atOneMoment;

  public InstanceQueries(DataSource readers) {
    this.instances = new InstanceReader(JdbcClient.create(readers));
    this.atOneMoment = new TransactionTemplate(new JdbcTransactionManager(readers));
  }

  /** What was performed in a session, by sort order, time of creation, id; empty if there is no such session. */
  public List<InstanceRow> ofSession(String rootId, String sessionId) {
    return read(OF_SESSION, Map.of("root", rootId, "session", sessionId));
  }

  /** What was performed in all sessions of a fractal, by sort order, time of creation, id. */
  public List<InstanceRow> ofFractal(String rootId) {
    return read(OF_FRACTAL, Map.of("root", rootId));
  }

  /** One instance. */
  public Optional<InstanceRow> instance(String rootId, String instanceId) {
    return read(ONE, Map.of("root", rootId, "instance", instanceId)).stream().findFirst();
  }

  private List<InstanceRow> read(String performed, Map<String, String> parameters) {
    return atOneMoment.execute(transaction -> instances.list(performed, parameters));
  }
}
