package org.fractalgoals.projections.tree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
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
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceCompleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceReopened;
import org.fractalgoals.domain.session.InstanceEvent.InstanceRestored;
import org.fractalgoals.domain.session.InstanceEvent.InstanceTimesSet;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.projections.fixture.ActivityFacts;
import org.fractalgoals.projections.fixture.GoalFacts;
import org.jspecify.annotations.Nullable;

/**
 * Makes valid histories of goals, sessions, instances, notes and placeholders, live and imported, and knows naively what
 * is visible after them.
 */
final class GeneratedHistory {

  /** What one action appends. */
  record Act(String rootId, String actionId, List<String> flags, List<DomainEvent> events) {}

  private static final class Node {
    private final EntityRef ref;
    private final Node root;
    private @Nullable Node parent;
    private @Nullable String deletedBy;
    private boolean placeholder;

    private Node(EntityRef ref, @Nullable Node parent, @Nullable Node root) {
      this.ref = ref;
      this.parent = parent;
      this.root = root == null ? this : root;
    }

    private String id() {
      return ref.id();
    }

    private String rootId() {
      return root.id();
    }

    private boolean isA(Kind kind) {
      return ref.kind() == kind;
    }

    /** A session without a parent stands below its fractal. */
    private @Nullable Node above() {
      return parent == null && root != this ? root : parent;
    }

    /** Goals and sessions go with what is above them; anything else keeps its own state. */
    private boolean isInTree() {
      return isA(Kind.GOAL) || isA(Kind.SESSION);
    }

    private boolean visible() {
      return known() && lineage().allMatch(node -> node.deletedBy == null);
    }

    private boolean known() {
      return lineage().noneMatch(node -> node.placeholder);
    }

    private Stream<Node> lineage() {
      return Stream.iterate(this, Objects::nonNull, Node::above);
    }

    private boolean below(Node other) {
      return lineage().anyMatch(node -> node == other);
    }
  }

  private final Random random;
  private final List<Node> nodes = new ArrayList<>();
  private int actions;

  GeneratedHistory(long seed) {
    this.random = new Random(seed);
  }

  /** Ids of the visible goals and sessions, in the order of the ids. */
  List<String> visible() {
    return nodes.stream().filter(Node::isInTree).filter(Node::visible)
        .map(Node::id).sorted().toList();
  }

  /** Ids of the visible things of a kind in a fractal, in the order of the ids. */
  List<String> visible(String rootId, Kind kind) {
    return nodes.stream().filter(node -> node.isA(kind) && node.visible())
        .filter(node -> node.rootId().equals(rootId)).map(Node::id).sorted().toList();
  }

  /**
   * How many things come back with each action: each belongs to the nearest deletion, its own first. An instance or note
   * that is merely hidden is no thing of its own. What is below a placeholder does not come back.
   */
  Map<String, Integer> trash() {
    var counts = new LinkedHashMap<String, Integer>();
    nodes.stream().filter(Node::known).filter(node -> node.isInTree() || node.deletedBy != null)
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
      return createFractal();
    }
    return switch (random.nextInt(19)) {
      case 0 -> createFractal();
      case 1, 2, 3, 4, 5 -> createBelow(visible);
      case 6 -> createBelow(pick(node -> true));
      case 7 -> create(new Node(next(Kind.SESSION), null, visible.root));
      case 8, 9 -> move(visible);
      case 10 -> delete(visible);
      case 11 -> importDeletion();
      case 12 -> restore();
      case 13, 14 -> findMissing(visible);
      case 15 -> fill();
      default -> change(visible);
    };
  }

  private @Nullable Node pick(Predicate<Node> wanted) {
    var choice = nodes.stream().filter(wanted).toList();
    return choice.isEmpty() ? null : choice.get(random.nextInt(choice.size()));
  }

  private EntityRef next(Kind kind) {
    return new EntityRef(kind, kind.code().charAt(0) + "" + nodes.size());
  }

  private Act act(Node node, List<? extends DomainEvent> events) {
    return act(node, List.of(), events);
  }

  private Act act(Node node, List<String> flags, List<? extends DomainEvent> events) {
    return new Act(node.rootId(), "a-" + ++actions, flags, List.copyOf(events));
  }

  private @Nullable Instant time() {
    return random.nextInt(5) == 0 ? null : GoalFacts.at(random.nextInt(100_000));
  }

  /** With an activity that is performed in its sessions. */
  private Act createFractal() {
    var root = new Node(next(Kind.GOAL), null, null);
    return withActivity(root, create(root));
  }

  private static Act withActivity(Node root, Act creation) {
    var events = new ArrayList<>(creation.events());
    events.add(ActivityFacts.activity(root.id(), root.id()));
    events.add(ActivityFacts.metric(root.id(), root.id()));
    return new Act(creation.rootId(), creation.actionId(), creation.flags(), events);
  }

  private @Nullable Act createBelow(@Nullable Node parent) {
    if (parent == null) {
      return null;
    }
    if (!parent.isA(Kind.NOTE) && random.nextInt(4) == 0) {
      return create(new Node(next(Kind.NOTE), parent, parent.root));
    }
    return switch (parent.ref.kind()) {
      case GOAL -> create(new Node(next(random.nextInt(3) == 0 ? Kind.SESSION : Kind.GOAL),
          parent, parent.root));
      case SESSION -> create(new Node(next(random.nextInt(3) == 0 ? Kind.GOAL : Kind.INSTANCE),
          parent, parent.root));
      default -> null;
    };
  }

  private Act create(Node node) {
    nodes.add(node);
    return created(node);
  }

  private Act created(Node node) {
    boolean violates = node.isInTree() && random.nextInt(6) == 0;
    return act(node, violates ? List.of("CHECK_VIOLATED(something)") : List.of(),
        List.of(created(node, violates)));
  }

  private DomainEvent created(Node node, boolean violates) {
    var parent = node.parent == null ? null : node.parent.ref;
    return switch (node.ref.kind()) {
      case GOAL -> new GoalCreated(node.id(), node.rootId(), parent, "Type" + random.nextInt(3),
          "", "", violates ? GoalFacts.FIRST_DAY.minusDays(1) : null, null, random.nextInt(4),
          GoalFacts.FIRST_DAY, time());
      case SESSION -> new SessionCreated(node.id(), node.rootId(), parent,
          List.of(new GoalLink(node.rootId(), "UltimateGoal")), "", "", violates ? -1L : null,
          null, null, null, null, null, GoalFacts.FIRST_DAY, time());
      case NOTE -> new NoteCreated(node.id(), node.rootId(), Objects.requireNonNull(parent), null,
          "", time());
      default -> new InstanceAdded(Objects.requireNonNull(node.parent).id(), node.id(),
          node.rootId(), random.nextInt(4), time());
    };
  }

  private Act findMissing(Node referrer) {
    if (random.nextInt(8) == 0) {
      var root = new Node(next(Kind.GOAL), null, null);
      return withActivity(root, findMissing(root, null));
    }
    if (referrer.isA(Kind.SESSION) && random.nextBoolean()) {
      return findMissing(new Node(next(Kind.INSTANCE), referrer, referrer.root), referrer.ref);
    }
    var kind = random.nextBoolean() ? Kind.GOAL : Kind.SESSION;
    return findMissing(new Node(next(kind), null, referrer.root), null);
  }

  private Act findMissing(Node node, @Nullable EntityRef owner) {
    nodes.add(node);
    node.placeholder = true;
    return act(node, List.of(new ThingFoundMissing(node.ref, node.rootId(), owner,
        owner == null ? node.ref : owner, time())));
  }

  /** The thing itself is imported. */
  private @Nullable Act fill() {
    var node = pick(each -> each.placeholder);
    if (node == null) {
      return null;
    }
    if (node.root != node && node.isInTree()) {
      node.parent = pick(other -> mayTake(other, node));
    }
    if (node.parent == null && node.root != node && node.isA(Kind.GOAL)) {
      return null;
    }
    node.placeholder = false;
    return created(node);
  }

  private @Nullable Act move(Node node) {
    var parent = pick(other -> other.visible() && mayTake(other, node));
    if (node.root == node || !node.isInTree() || parent == null) {
      return null;
    }
    node.parent = parent;
    return act(node, List.of(moved(node, parent)));
  }

  private static boolean mayTake(Node parent, Node node) {
    return node.ref.kind().mayStandBelow(parent.ref.kind()) && parent.root == node.root
        && !parent.below(node);
  }

  private DomainEvent moved(Node node, Node parent) {
    return node.isA(Kind.GOAL)
        ? new GoalMoved(node.id(), parent.ref, random.nextInt(4), time())
        : new SessionMoved(node.id(), parent.ref, time());
  }

  /** The live ones below, past deleted ones too, parents first; of a fractal its notes as well. */
  private Act delete(Node top) {
    var action = "a-" + (actions + 1);
    var gone = nodes.stream().filter(node -> node.deletedBy == null && node.below(top))
        .filter(node -> node == top || (goesAlong(node, top) && node.known()))
        .sorted((one, other) -> Long.compare(one.lineage().count(), other.lineage().count()))
        .toList();
    gone.forEach(node -> node.deletedBy = action);
    return act(top, gone.stream().map(this::deleted).toList());
  }

  private static boolean goesAlong(Node node, Node top) {
    return node.isInTree() || (node.isA(Kind.NOTE) && top.root == top);
  }

  private DomainEvent deleted(Node node) {
    return switch (node.ref.kind()) {
      case GOAL -> new GoalDeleted(node.id(), time());
      case SESSION -> new SessionDeleted(node.id(), time());
      case NOTE -> new NoteDeleted(node.id(), time());
      default -> new InstanceDeleted(Objects.requireNonNull(node.parent).id(), node.id(), time());
    };
  }

  private @Nullable Act importDeletion() {
    var node = pick(each -> each.deletedBy == null && !each.placeholder);
    if (node == null) {
      return null;
    }
    node.deletedBy = "a-" + (actions + 1);
    return act(node, List.of(deleted(node)));
  }

  /** All that an action deleted, in place or under another parent. */
  private @Nullable Act restore() {
    var one = pick(node -> node.deletedBy != null && node.known());
    if (one == null) {
      return null;
    }
    var members = nodes.stream().filter(node -> Objects.equals(node.deletedBy, one.deletedBy))
        .sorted((first, other) -> Long.compare(first.lineage().count(),
            other.lineage().count()))
        .toList();
    var top = members.getFirst();
    var events = new ArrayList<DomainEvent>();
    members.forEach(node -> events.add(restored(node)));
    var above = top.above();
    if (above != null && !above.visible()) {
      var parent = pick(node -> node.visible() && mayTake(node, top));
      if (parent == null || !top.isInTree()) {
        return null;
      }
      top.parent = parent;
      events.add(moved(top, parent));
    }
    members.forEach(node -> node.deletedBy = null);
    return act(top, events);
  }

  private DomainEvent restored(Node node) {
    return switch (node.ref.kind()) {
      case GOAL -> new GoalRestored(node.id(), time());
      case SESSION -> new SessionRestored(node.id(), time());
      case NOTE -> new NoteRestored(node.id(), time());
      default -> new InstanceRestored(Objects.requireNonNull(node.parent).id(), node.id(), time());
    };
  }

  private Act change(Node node) {
    return act(node, List.of(switch (node.ref.kind()) {
      case GOAL -> goalChanged(node.id(), time());
      case SESSION -> sessionChanged(node.id(), time());
      case NOTE -> random.nextBoolean()
          ? new NoteEdited(node.id(), "more", time())
          : new NoteTouched(node.id(), time());
      default -> instanceChanged(Objects.requireNonNull(node.parent).id(), node, time());
    }));
  }

  private DomainEvent goalChanged(String id, @Nullable Instant at) {
    return switch (random.nextInt(9)) {
      case 0 -> new GoalRenamed(id, "name " + random.nextInt(), at);
      case 1 -> new GoalDescribed(id, "why", at);
      case 2 -> new GoalDeadlineSet(id, GoalFacts.FIRST_DAY.plusDays(random.nextInt(9)), at);
      case 3 -> new GoalDeadlineCleared(id, at);
      case 4 -> new GoalTargetsChanged(id, GoalFacts.json("[]"), at);
      case 5 -> new GoalCompleted(id, at);
      case 6 -> new GoalReopened(id, at);
      case 7 -> new GoalReordered(id, random.nextInt(4), at);
      default -> new GoalTouched(id, at);
    };
  }

  private DomainEvent sessionChanged(String id, @Nullable Instant at) {
    return switch (random.nextInt(8)) {
      case 0 -> new SessionRenamed(id, "name " + random.nextInt(), at);
      case 1 -> new SessionDeadlineSet(id, GoalFacts.FIRST_DAY.plusDays(random.nextInt(9)), at);
      case 2 -> new SessionDeadlineCleared(id, at);
      case 3 -> new SessionDurationChanged(id, random.nextBoolean() ? null : 5L, at);
      case 4 -> new SessionTotalDurationChanged(id, 7L, at);
      case 5 -> new SessionCompleted(id, at);
      case 6 -> new SessionReopened(id, at);
      default -> new SessionDataChanged(id, GoalFacts.json("{}"), at);
    };
  }

  private DomainEvent instanceChanged(String sessionId, Node node, @Nullable Instant at) {
    var id = node.id();
    return switch (random.nextInt(6)) {
      case 0 -> new InstanceNoted(sessionId, id, "hard", at);
      case 1 -> new TimerStarted(sessionId, id, GoalFacts.at(9), at);
      case 2 -> new InstanceTimesSet(sessionId, id, null, GoalFacts.at(9), null, at);
      case 3 -> new InstanceCompleted(sessionId, id, at);
      case 4 -> new InstanceReopened(sessionId, id, at);
      default -> new MetricRecorded(sessionId, id, "v" + id, node.rootId(), null,
          random.nextInt(100), false, at);
    };
  }
}
