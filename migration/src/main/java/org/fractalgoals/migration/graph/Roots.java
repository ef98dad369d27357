package org.fractalgoals.migration.graph;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.history.Flags;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fractal of each thing. What the file says of roots is not trusted where more is known: a goal's root is the
 * top of its parents, that of a session its own if there is such a goal, else that of a goal it serves. What the store
 * knows already stays where it is.
 */
final class Roots {

  private static final Comparator<Node> OLDEST = Comparator
      .comparing((Node node) -> node.begin, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparingInt(Node::order);

  private final GraphReader graph;
  private final Known known;
  /** Sessions whose links are being looked at: a goal they are linked to may stand below them. */
  private final Set<Node> linking = new HashSet<>();

  Roots(GraphReader graph, Known known) {
    this.graph = graph;
    this.known = known;
  }

  /** The root of a goal or session, and of all above it. */
  void settleTree(Node start) {
    var path = new LinkedHashSet<Node>();
    for (var node = start; node != null && node.rootId == null; node = above(node)) {
      if (!path.add(node)) {
        cut(path.stream().dropWhile(Predicate.not(node::equals)).toList());
        settleTree(start);
        return;
      }
    }
    for (var node : path.reversed()) {
      if (node.rootId == null) {
        settle(node);
      }
    }
  }

  /** What tells the root of a goal or session: its parent, else the goal it names as its root. */
  private @Nullable Node above(Node node) {
    var stored = known.find(node.ref()).orElse(null);
    if (stored != null) {
      node.rootId = stored.rootId();
      keepRootOnTop(node, stored.rootId());
      return null;
    }
    if (node.parent == null && node.ref().kind() == Kind.SESSION) {
      takeLinkedGoal(node);
    }
    return node.parent == null ? rootGoal(node) : node.parent;
  }

  /** What was taken for a root while it was missing stays one, whatever it turns out to stand under: roots never change. */
  private static void keepRootOnTop(Node node, String rootId) {
    if (node.parent != null && node.ref().equals(EntityRef.goal(rootId))) {
      node.parent = null;
      node.flag(Flags.ROOT_CONTRADICTED);
    }
  }

  /** A parentless session stands under the goal it is linked to, unless that is in another fractal than it says. */
  private void takeLinkedGoal(Node session) {
    var goal = graph.linkedGoal(session);
    if (goal == null || goal.isMissing() || !linking.add(session)) {
      return;
    }
    settleTree(goal);
    if (session.rootId != null) {
      return;
    }
    var own = rootGoal(session);
    if (own == null || Objects.equals(own.rootId, goal.rootId)
        || Objects.equals(own.ref().id(), goal.rootId)) {
      session.parent = goal;
      session.flag(Flags.PARENT_FROM_LINK);
    }
  }

  /** The goal that a session or a missing goal names as its root; null for a goal of the file, whose top is its root. */
  private @Nullable Node rootGoal(Node node) {
    var stated = node.statedRoot;
    if (stated == null || (node.ref().kind() == Kind.GOAL && !node.isMissing())
        || node.ref().equals(EntityRef.goal(stated))) {
      return null;
    }
    var goal = graph.lookUp(EntityRef.goal(stated));
    return goal == null || goal.isMissing() || goal.parent != null ? null : goal;
  }

  private void settle(Node node) {
    var above = node.parent == null ? rootGoal(node) : node.parent;
    if (above != null && above.rootId != null) {
      node.rootId = above.rootId;
      node.depth = above.depth + 1;
      if (node.parent == null && node.ref().kind() == Kind.GOAL) {
        node.parent = above;
      }
    } else if (node.ref().kind() == Kind.GOAL) {
      node.rootId = node.ref().id();
    } else {
      node.rootId = rootWithoutGoal(node);
    }
  }

  /** There is only what the session says, else what is performed in it, else the session itself. */
  private String rootWithoutGoal(Node session) {
    var company = session.company;
    if (session.statedRoot == null && company != null && company.rootId != null) {
      return company.rootId;
    }
    return storedRoot(session)
        .orElse(session.statedRoot == null ? session.ref().id() : session.statedRoot);
  }

  private Optional<String> storedRoot(Node node) {
    return node.statedRoot == null
        ? Optional.empty()
        : known.find(EntityRef.goal(node.statedRoot)).map(stored -> stored.rootId());
  }

  /** Things that stand below themselves: the oldest of them becomes a root. */
  private static void cut(List<Node> cycle) {
    var oldest = cycle.stream().min(OLDEST).orElseThrow();
    oldest.parent = null;
    if (oldest.ref().kind() == Kind.SESSION) {
      oldest.statedRoot = null;
    }
    oldest.flag(Flags.PARENT_ON_CYCLE);
  }

  /** The root of what belongs to a fractal only, or of a note. */
  void settleMember(Node node) {
    var stored = known.find(node.ref()).orElse(null);
    var company = node.company;
    if (stored != null) {
      node.rootId = stored.rootId();
    } else if (node.ref().kind() == Kind.NOTE && company != null && company.rootId != null) {
      node.rootId = company.rootId;
    } else if (node.statedRoot != null) {
      var goal = graph.lookUp(EntityRef.goal(node.statedRoot));
      node.rootId = goal != null && goal.rootId != null
          ? goal.rootId
          : storedRoot(node).orElse(node.statedRoot);
    } else {
      node.rootId = company != null && company.rootId != null
          ? company.rootId
          : node.ref().id();
    }
  }
}
