package org.fractalgoals.api.tree;

import java.util.List;

import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Sight;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.SessionTree;
import org.fractalgoals.projections.tree.Tree;

/**
 * Goals and sessions as the read model has them, in the forms of the API. What is not there, or deleted, is a 404.
 */
public final class TreeAnswers {

  private final Queries queries;
  private final WallClockText clock;
  private final Sight sight;

  /**
   * @param sight which of all fractals are shown
   */
  public TreeAnswers(Queries queries, WallClockText clock, Sight sight) {
    this.queries = queries;
    this.clock = clock;
    this.sight = sight;
  }

  /** The tree of a fractal. */
  public TreeView fractal(String rootId) {
    return queries.trees().tree(rootId, EntityRef.goal(rootId)).map(this::view)
        .orElseThrow(() -> PathIds.noFractal(rootId));
  }

  /** The trees of all fractals that can be seen, in order of creation. */
  public List<TreeView> fractals() {
    return queries.trees().trees().stream().filter(tree -> sight.sees(rootId(tree)))
        .map(this::view).toList();
  }

  /** The tree of the goal with this id or, where there is none, of the session. */
  public TreeView tree(String rootId, String id) {
    return queries.trees().tree(rootId, EntityRef.goal(id))
        .or(() -> queries.trees().tree(rootId, EntityRef.session(id))).map(this::view)
        .orElseThrow(() -> unknown(EntityRef.goal(id)));
  }

  /** The tree of a goal or session. */
  public TreeView tree(String rootId, EntityRef node) {
    return queries.trees().tree(rootId, node).map(this::view).orElseThrow(() -> unknown(node));
  }

  /** A goal or session without what is below it. */
  public TreeView flat(String rootId, EntityRef node) {
    return (node.kind() == Kind.SESSION
        ? queries.trees().flat(rootId, node.id()).map(this::view)
        : queries.goals().goal(rootId, node.id()).map(goal -> TreeView.flat(goal, clock)))
        .orElseThrow(() -> unknown(node));
  }

  /** The sessions of a fractal with what is below them, the newest first. */
  public List<TreeView> sessions(String rootId) {
    return views(queries.trees().sessions(rootId));
  }

  /** The sessions of all fractals that can be seen with what is below them, in order of creation. */
  public List<TreeView> sessions() {
    return views(queries.trees().allSessions().stream()
        .filter(tree -> sight.sees(rootId(tree))).toList());
  }

  /** A session with what is below it. */
  public TreeView session(String rootId, String sessionId) {
    return queries.trees().session(rootId, sessionId).map(this::view)
        .orElseThrow(() -> unknown(EntityRef.session(sessionId)));
  }

  private static String rootId(Tree tree) {
    return switch (tree) {
      case GoalTree goal -> goal.goal().rootId();
      case SessionTree session -> session.session().rootId();
    };
  }

  private List<TreeView> views(List<SessionTree> sessions) {
    return sessions.stream().map(this::view).toList();
  }

  private TreeView view(Tree tree) {
    return new TreeView(tree, clock);
  }

  private static RuleViolation unknown(EntityRef node) {
    return new RuleViolation(new Rule.IsUnknown(node));
  }
}
