package org.fractalgoals.projections.visibility;

import java.sql.SQLException;
import java.util.ArrayDeque;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.projections.engine.Statements;

/**
 * Keeps the column {@code visible} of goals and sessions: a thing is visible if it lives, is no
 * placeholder, and what is above it is visible. A session without a parent stands below its fractal.
 *
 * <p>Only rows that have to change are written, and only what is below those is looked at: the events of a cascade cost no
 * more together than the things they are about.
 */
public final class Visibility {

  private static final String GOALS_BELOW_GOAL = """
    UPDATE goals
    SET visible = NOT visible
    WHERE parent_id = ?1 AND deleted_at IS NULL AND NOT placeholder
      AND visible <> (SELECT above.visible FROM goals AS above WHERE above.id = ?1)
    RETURNING id
    """;

  private static final String SESSIONS_BELOW_GOAL = """
    UPDATE sessions
    SET visible = NOT visible
    WHERE (parent_id = ?1 OR parent_id IS NULL AND root_id = ?1) AND deleted_at IS NULL AND NOT placeholder
      AND visible <> (SELECT above.visible FROM goals AS above WHERE above.id = ?1)
    RETURNING id
    """;

  private static final String GOALS_BELOW_SESSION = """
    UPDATE goals
    SET visible = NOT visible
    WHERE parent_session_id = ?1 AND deleted_at IS NULL AND NOT placeholder
      AND visible <> (SELECT above.visible FROM sessions AS above WHERE above.id = ?1)
    RETURNING id
    """;

  private Visibility() {}

  /** Brings what is below a goal or session into line with it. */
  public static void settleBelow(EntityRef top, Statements statements) throws SQLException {
    var changed = new ArrayDeque<EntityRef>();
    changed.add(top);
    while (!changed.isEmpty()) {
      var above = changed.remove();
      if (above.kind() == Kind.GOAL) {
        statements.texts(GOALS_BELOW_GOAL, above.id())
            .forEach(id -> changed.add(EntityRef.goal(id)));
        statements.texts(SESSIONS_BELOW_GOAL, above.id())
            .forEach(id -> changed.add(EntityRef.session(id)));
      } else {
        statements.texts(GOALS_BELOW_SESSION, above.id())
            .forEach(id -> changed.add(EntityRef.goal(id)));
      }
    }
  }
}
