package org.fractalgoals.projections.tree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.goal.GoalRow;
import org.fractalgoals.projections.session.InstanceRow;
import org.fractalgoals.projections.session.SessionRow;
import org.jspecify.annotations.Nullable;

/** Goals and sessions put together to trees. Each node is made once, the lowest first: a tree may be deep. */
final class Forest {

  private static final Comparator<Node> AMONG_SIBLINGS = Comparator
      .comparingLong(Node::sortOrder).thenComparing(Node::createdAt)
      .thenComparing(node -> node.ref().id());

  private record Node(EntityRef ref, @Nullable EntityRef above, long sortOrder, Instant createdAt,
      Function<List<Tree>, Tree> tree) {

    static Node of(GoalRow goal) {
      return new Node(EntityRef.goal(goal.id()), above(goal), goal.sortOrder(), goal.createdAt(),
          children -> new GoalTree(goal, children));
    }

    static Node of(SessionRow session, List<InstanceRow> instances) {
      return new Node(EntityRef.session(session.id()),
          session.parentId() == null ? null : EntityRef.goal(session.parentId()), 0,
          session.createdAt(), children -> new SessionTree(session, instances, children));
    }

    private static @Nullable EntityRef above(GoalRow goal) {
      if (goal.parentSessionId() != null) {
        return EntityRef.session(goal.parentSessionId());
      }
      return goal.parentId() == null ? null : EntityRef.goal(goal.parentId());
    }
  }

  private final List<GoalRow> goals;
  private final List<SessionRow> sessions;
  private final Map<EntityRef, Tree> trees;

  /**
   * @param instances those of each session, by its id, in their order
   */
  Forest(List<GoalRow> goals, List<SessionRow> sessions,
      Map<String, List<InstanceRow>> instances) {
    this.goals = goals;
    this.sessions = sessions;
    var nodes = new ArrayList<Node>(goals.size() + sessions.size());
    goals.forEach(goal -> nodes.add(Node.of(goal)));
    sessions.forEach(session -> nodes
        .add(Node.of(session, instances.getOrDefault(session.id(), List.of()))));
    this.trees = trees(nodes);
  }

  private static Map<EntityRef, Tree> trees(List<Node> nodes) {
    var known = new HashMap<EntityRef, List<Node>>();
    nodes.forEach(node -> known.put(node.ref(), new ArrayList<>()));
    var topDown = new ArrayList<Node>(nodes.size());
    for (var node : nodes) {
      var siblings = node.above() == null ? null : known.get(node.above());
      (siblings == null ? topDown : siblings).add(node);
    }
    known.values().forEach(siblings -> siblings.sort(AMONG_SIBLINGS));
    for (int next = 0; next < topDown.size(); next++) {
      topDown.addAll(known.getOrDefault(topDown.get(next).ref(), List.of()));
    }
    var trees = new HashMap<EntityRef, Tree>();
    for (var node : topDown.reversed()) {
      var children = known.getOrDefault(node.ref(), List.of()).stream()
          .map(child -> trees.get(child.ref())).toList();
      trees.put(node.ref(), node.tree().apply(children));
    }
    return trees;
  }

  /** The tree below a goal or session, itself at the top; empty if it is not part of this. */
  Optional<Tree> tree(EntityRef top) {
    return Optional.ofNullable(trees.get(top));
  }

  /** The trees of the fractals, by sort order, time of creation, id. */
  List<Tree> fractals() {
    return goals.stream().filter(goal -> goal.id().equals(goal.rootId()))
        .flatMap(goal -> tree(EntityRef.goal(goal.id())).stream()).toList();
  }

  /** The trees of all sessions, by time of creation, id. */
  List<SessionTree> sessions() {
    return sessions.stream().map(session -> trees.get(EntityRef.session(session.id())))
        .map(SessionTree.class::cast).toList();
  }
}
