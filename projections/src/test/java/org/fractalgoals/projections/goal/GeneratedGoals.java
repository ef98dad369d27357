package org.fractalgoals.projections.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineCleared;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeadlineSet;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalReopened;
import org.fractalgoals.domain.goal.GoalEvent.GoalReordered;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.goal.GoalEvent.GoalTargetsChanged;
import org.fractalgoals.domain.goal.GoalEvent.GoalTouched;
import org.fractalgoals.projections.fixture.GoalFacts;
import org.jspecify.annotations.Nullable;

/** Makes valid histories of goals, live and imported, and knows naively what is visible after them. */
final class GeneratedGoals {

  /** What one action appends. */
  record Act(String rootId, String actionId, List<String> flags, List<DomainEvent> events) {}

  private static final class Node {
    private final String id;
    private final String rootId;
    private @Nullable Node parent;
    private @Nullable String deletedBy;

    private Node(String id, @Nullable Node parent) {
      this.id = id;
      this.parent = parent;
      this.rootId = parent == null ? id : parent.rootId;
    }

    private boolean visible() {
      return lineage().allMatch(node -> node.deletedBy == null);
    }

    private Stream<Node> lineage() {
      return Stream.iterate(this, Objects::nonNull, node -> node.parent);
    }

    private boolean below(Node other) {
      return lineage().anyMatch(node -> node == other);
    }
  }

  private final Random random;
  private final List<Node> nodes = new ArrayList<>();
  private int actions;

  GeneratedGoals(long seed) {
    this.random = new Random(seed);
  }

  /** Ids of the visible goals, in the order of the ids. */
  List<String> visible() {
    return nodes.stream().filter(Node::visible).map(node -> node.id).sorted().toList();
  }

  /** How many goals come back with each action: each goal belongs to the nearest deletion, its own first. */
  Map<String, Integer> trash() {
    var counts = new LinkedHashMap<String, Integer>();
    nodes.stream()
        .flatMap(node -> node.lineage().map(each -> each.deletedBy).filter(Objects::nonNull)
            .limit(1))
        .forEach(action -> counts.merge(action, 1, Integer::sum));
    return counts;
  }

  /** The next action; null if chance asked for one that is not possible now. */
  @Nullable
  Act next() {
    var visible = pick(Node::visible);
    if (visible == null) {
      return create(null);
    }
    return switch (random.nextInt(14)) {
      case 0 -> create(null);
      case 1, 2, 3, 4 -> create(visible);
      case 5 -> create(pick(node -> true));
      case 6, 7 -> move(visible);
      case 8 -> delete(visible);
      case 9 -> importDeletion();
      case 10 -> restore();
      default -> change(visible);
    };
  }

  private @Nullable Node pick(Predicate<Node> wanted) {
    var choice = nodes.stream().filter(wanted).toList();
    return choice.isEmpty() ? null : choice.get(random.nextInt(choice.size()));
  }

  private Act act(String rootId, List<? extends DomainEvent> events) {
    return act(rootId, List.of(), events);
  }

  private Act act(String rootId, List<String> flags, List<? extends DomainEvent> events) {
    return new Act(rootId, "a-" + ++actions, flags, List.copyOf(events));
  }

  private @Nullable Instant time() {
    return random.nextInt(5) == 0 ? null : GoalFacts.at(random.nextInt(100_000));
  }

  private Act create(@Nullable Node parent) {
    var node = new Node("g" + nodes.size(), parent);
    nodes.add(node);
    boolean violates = random.nextInt(6) == 0;
    LocalDate deadline = violates ? GoalFacts.FIRST_DAY.minusDays(1) : null;
    return act(node.rootId, violates ? List.of("CHECK_VIOLATED(deadline)") : List.of(),
        List.of(new GoalCreated(node.id, node.rootId,
            parent == null ? null : EntityRef.goal(parent.id), "Type" + random.nextInt(3), "", "",
            deadline, null, random.nextInt(4), GoalFacts.FIRST_DAY, time())));
  }

  private @Nullable Act move(Node node) {
    var parent = pick(other -> other.visible() && other.rootId.equals(node.rootId)
        && !other.below(node));
    if (node.parent == null || parent == null) {
      return null;
    }
    node.parent = parent;
    return act(node.rootId,
        List.of(new GoalMoved(node.id, EntityRef.goal(parent.id), random.nextInt(4), time())));
  }

  /** The live ones below, past deleted ones too, parents first. */
  private Act delete(Node top) {
    var action = "a-" + (actions + 1);
    var gone = nodes.stream().filter(node -> node.deletedBy == null && node.below(top))
        .sorted((one, other) -> Long.compare(one.lineage().count(), other.lineage().count()))
        .toList();
    gone.forEach(node -> node.deletedBy = action);
    return act(top.rootId, gone.stream().map(node -> new GoalDeleted(node.id, time())).toList());
  }

  private @Nullable Act importDeletion() {
    var node = pick(each -> each.deletedBy == null);
    if (node == null) {
      return null;
    }
    node.deletedBy = "a-" + (actions + 1);
    return act(node.rootId, List.of(new GoalDeleted(node.id, time())));
  }

  /** All that an action deleted, in place or under another parent. */
  private @Nullable Act restore() {
    var one = pick(node -> node.deletedBy != null);
    if (one == null) {
      return null;
    }
    var members = nodes.stream().filter(node -> Objects.equals(node.deletedBy, one.deletedBy))
        .sorted((first, other) -> Long.compare(first.lineage().count(),
            other.lineage().count()))
        .toList();
    var top = members.getFirst();
    var events = new ArrayList<DomainEvent>();
    members.forEach(node -> events.add(new GoalRestored(node.id, time())));
    if (top.parent != null && !top.parent.visible()) {
      var parent = pick(node -> node.visible() && node.rootId.equals(top.rootId)
          && !node.below(top));
      if (parent == null) {
        return null;
      }
      top.parent = parent;
      events.add(new GoalMoved(top.id, EntityRef.goal(parent.id), 0, time()));
    }
    members.forEach(node -> node.deletedBy = null);
    return act(top.rootId, events);
  }

  private Act change(Node node) {
    var id = node.id;
    var at = time();
    return act(node.rootId, List.of(switch (random.nextInt(9)) {
      case 0 -> new GoalRenamed(id, "name " + random.nextInt(), at);
      case 1 -> new GoalDescribed(id, "why", at);
      case 2 -> new GoalDeadlineSet(id, GoalFacts.FIRST_DAY.plusDays(random.nextInt(9)), at);
      case 3 -> new GoalDeadlineCleared(id, at);
      case 4 -> new GoalTargetsChanged(id, GoalFacts.json("[]"), at);
      case 5 -> new GoalCompleted(id, at);
      case 6 -> new GoalReopened(id, at);
      case 7 -> new GoalReordered(id, random.nextInt(4), at);
      default -> new GoalTouched(id, at);
    }));
  }
}
