package org.fractalgoals.projections.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.goal.GoalType;
import org.fractalgoals.projections.goal.GoalRow;
import org.fractalgoals.projections.goal.GoalRowMapper;
import org.fractalgoals.projections.session.InstanceReader;
import org.fractalgoals.projections.session.SessionRow;
import org.fractalgoals.projections.session.SessionRowMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions about the trees of goals and sessions with everything in them. Only what is visible is answered: what lives,
 * and everything above it. What is asked for in a fractal that is not its own does not exist. An answer takes the same
 * few statements however many rows there are, all of them about the same moment.
 */
public final class TreeQueries {

  /** Keeps the order of the ids. */
  private static final Comparator<SessionTree> NEWEST_FIRST = Comparator
      .comparing((SessionTree tree) -> tree.session().createdAt()).reversed();

  private static final String GOALS = """
    SELECT goals.*
    FROM node CROSS JOIN goals ON goals.id = node.goal_id
    ORDER BY goals.sort_order, goals.created_at, goals.id
    """;

  private static final String SESSIONS = """
    SELECT sessions.*
    FROM node CROSS JOIN sessions ON sessions.id = node.session_id
    ORDER BY sessions.created_at, sessions.id
    """;

  /** The short-term goals that sessions serve, without the deleted ones. */
  private static final String SERVED = """
    SELECT link.session_id, link.goal_id
    FROM node CROSS JOIN session_goals AS link ON link.session_id = node.session_id
      CROSS JOIN goals ON goals.id = link.goal_id
    WHERE goals.visible AND goals.type = :served
    ORDER BY link.sort_order
    """;

  private static final String PERFORMED = """
    , performed AS (
      SELECT instance.*
      FROM node
        CROSS JOIN activity_instances AS instance ON instance.session_id = node.session_id
      WHERE instance.deleted_at IS NULL AND NOT instance.placeholder
    )
    """;

  private final JdbcClient jdbc;
  private final InstanceReader instances;
  private final TransactionTemplate atOneMoment;

  public TreeQueries(DataSource readers) {
    this.jdbc = JdbcClient.create(readers);
    this.instances = new InstanceReader(jdbc);
    this.atOneMoment = new TransactionTemplate(new JdbcTransactionManager(readers));
  }

  /** A goal or session with all that is visible below it. */
  public Optional<Tree> tree(String rootId, EntityRef top) {
    var parameters = new HashMap<String, @Nullable Object>();
    parameters.put("root", rootId);
    parameters.put("goal", top.kind() == Kind.GOAL ? top.id() : null);
    parameters.put("session", top.kind() == Kind.SESSION ? top.id() : null);
    return read(Scope.SUBTREE, parameters).tree(top);
  }

  /** The trees of all fractals, in the order of the fractals. */
  public List<Tree> trees() {
    return read(Scope.ALL, Map.of()).fractals();
  }

  /** The sessions of a fractal with all below them, the newest first; equally new ones by id. */
  public List<SessionTree> sessions(String rootId) {
    return read(Scope.FRACTAL, Map.of("root", rootId)).sessions().stream().sorted(NEWEST_FIRST)
        .toList();
  }

  /** The sessions of all fractals with all below them, in the order of their creation. */
  public List<SessionTree> allSessions() {
    return read(Scope.ALL, Map.of()).sessions();
  }

  /** A session with all below it. */
  public Optional<SessionTree> session(String rootId, String sessionId) {
    return tree(rootId, EntityRef.session(sessionId)).map(SessionTree.class::cast);
  }

  /** A session without what is below it. */
  public Optional<SessionTree> flat(String rootId, String sessionId) {
    return read(Scope.SESSION, Map.of("root", rootId, "session", sessionId)).sessions().stream()
        .findFirst();
  }

  private Forest read(Scope scope, Map<String, ? extends @Nullable Object> parameters) {
    return atOneMoment.execute(transaction -> {
      var goals = goals(scope, parameters);
      var sessions = sessions(scope, parameters);
      return new Forest(goals, sessions,
          instances.bySession(scope.nodes() + PERFORMED, parameters));
    });
  }

  private List<GoalRow> goals(Scope scope, Map<String, ? extends @Nullable Object> parameters) {
    return jdbc.sql(scope.nodes() + GOALS).params(parameters).query(GoalRowMapper::map).list();
  }

  private List<SessionRow> sessions(Scope scope,
      Map<String, ? extends @Nullable Object> parameters) {
    var served = new HashMap<String, List<String>>();
    jdbc.sql(scope.nodes() + SERVED).params(parameters)
        .param("served", GoalType.SHORT_TERM.code())
        .query(row -> {
          served.computeIfAbsent(row.getString("session_id"), id -> new ArrayList<>())
              .add(row.getString("goal_id"));
        });
    return jdbc.sql(scope.nodes() + SESSIONS).params(parameters).query(
        (row, number) -> SessionRowMapper.map(row,
            served.getOrDefault(row.getString("id"), List.of())))
        .list();
  }
}
