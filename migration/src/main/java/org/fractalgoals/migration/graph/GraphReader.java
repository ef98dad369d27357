package org.fractalgoals.migration.graph;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.legacy.LegacySchema;
import org.jspecify.annotations.Nullable;

/** Reads every known table once: what is there, what it belongs to, and since when. */
final class GraphReader {

  private static final String SESSION_TYPE = "PracticeSession";
  private static final String PARENT = "parent_id";

  /** A link of a session to a goal. */
  private record Link(String goalId, @Nullable Instant at) {
    boolean isOlderThan(Link other) {
      return at != null && (other.at == null || at.isBefore(other.at));
    }
  }

  private final LegacyFile file;
  private final ClockRules clocks;
  private final Known known;
  final Map<Kind, Map<String, Node>> nodes = new HashMap<>();
  final Map<Kind, Map<String, String>> owners = new HashMap<>();
  /** Instances that notes are about. */
  final Set<EntityRef> noted = new HashSet<>();
  private final Map<String, Set<Long>> later = new HashMap<>();
  /** One text for all rows that name the same. */
  private final Map<String, String> texts = new HashMap<>();
  private final Map<Node, String> parents = new LinkedHashMap<>();
  private final Map<String, Link> links = new HashMap<>();
  private int order;
  @Nullable Instant newest;

  GraphReader(LegacyFile file, ClockRules clocks, Known known) {
    this.file = file;
    this.clocks = clocks;
    this.known = known;
  }

  void read() {
    file.forEach(LegacySchema.SESSIONS, row -> node(Kind.SESSION, row));
    file.forEach(LegacySchema.PRACTICE_SESSIONS, row -> node(Kind.SESSION, row));
    file.forEach(LegacySchema.GOALS, row -> {
      var node = node(isSession(row) ? Kind.SESSION : Kind.GOAL, row);
      var parent = Cells.id(row, PARENT);
      if (node != null && parent != null) {
        parents.put(node, parent);
      }
    });
    file.forEach("activity_groups", row -> node(Kind.GROUP, row));
    file.forEach("activity_definitions", this::activity);
    file.forEach("session_templates", row -> node(Kind.TEMPLATE, row));
    file.forEach("programs", row -> node(Kind.PROGRAM, row));
    file.forEach("metric_definitions",
        row -> part(Kind.METRIC, Kind.ACTIVITY, Cells.id(row, "activity_id"), row));
    file.forEach("split_definitions",
        row -> part(Kind.SPLIT, Kind.ACTIVITY, Cells.id(row, "activity_id"), row));
    file.forEach("activity_instances",
        row -> part(Kind.INSTANCE, Kind.SESSION, sessionOf(row), row));
    file.forEach("program_blocks", row -> owner(Kind.BLOCK, Cells.id(row, "program_id"), row));
    file.forEach("program_days", row -> owner(Kind.DAY, Cells.id(row, "block_id"), row));
    missingPrograms();
    file.forEach("notes", this::note);
    links();
    settleParents();
    for (var table : List.of("metric_values", "scheduled_sessions")) {
      later.computeIfAbsent(table, name -> new HashSet<>())
          .addAll(file.repeatedRows(table, "id"));
    }
  }

  /** Whether a row of {@code goals} is a session. */
  static boolean isSession(LegacyRow row) {
    return SESSION_TYPE.equals(row.text("type"));
  }

  static boolean isAmongGoals(LegacyRow row) {
    return row.table().equalsIgnoreCase(LegacySchema.GOALS);
  }

  Node find(EntityRef ref) {
    var found = nodes.getOrDefault(ref.kind(), Map.of()).get(ref.id());
    return found == null ? missing(ref) : found;
  }

  @Nullable
  Node lookUp(EntityRef ref) {
    return nodes.getOrDefault(ref.kind(), Map.of()).get(ref.id());
  }

  /** Whether the file has a row of the thing. */
  boolean has(EntityRef ref) {
    var node = lookUp(ref);
    return node == null
        ? owners.getOrDefault(ref.kind(), Map.of()).containsKey(ref.id())
        : !node.isMissing();
  }

  /** Whether the store knows that the thing is gone for good. */
  boolean isPurged(EntityRef ref) {
    return known.find(ref).filter(Entity::isPurged).isPresent();
  }

  /** Id of what a part of something belongs to. */
  String ownerOf(EntityRef part) {
    return Objects.requireNonNull(owners.getOrDefault(part.kind(), Map.of()).get(part.id()));
  }

  private Node missing(EntityRef ref) {
    return nodes.computeIfAbsent(ref.kind(), kind -> new LinkedHashMap<>())
        .computeIfAbsent(ref.id(), id -> new Node(ref, null, order++));
  }

  /** The session an instance belongs to, by the newer of two columns. */
  static @Nullable String sessionOf(LegacyRow row) {
    var session = Cells.id(row, "session_id");
    return session == null ? Cells.id(row, "practice_session_id") : session;
  }

  /** Null if the row has no id that can be used, or repeats one. */
  private @Nullable Node node(Kind kind, LegacyRow row) {
    var id = newId(kind, row);
    if (id == null) {
      return null;
    }
    var node = new Node(new EntityRef(kind, id), row.table(), order++);
    node.statesRoot = row.value("root_id") != null;
    node.statedRoot = oneText(Cells.id(row, "root_id"));
    var times = clocks.times(row);
    node.created = times.created().at();
    node.begin = node.created == null ? times.earliest().orElse(null) : node.created;
    nodes.computeIfAbsent(kind, any -> new LinkedHashMap<>()).put(id, node);
    times.latest().ifPresent(this::spokeOf);
    return node;
  }

  private void spokeOf(Instant moment) {
    if (newest == null || moment.isAfter(newest)) {
      newest = moment;
    }
  }

  private @Nullable String oneText(@Nullable String text) {
    return text == null ? null : texts.computeIfAbsent(text, Function.identity());
  }

  private @Nullable String newId(Kind kind, LegacyRow row) {
    var id = Cells.id(row, "id");
    if (id != null && !has(new EntityRef(kind, id))) {
      return id;
    }
    if (row.rowid() != null) {
      later.computeIfAbsent(LegacySchema.key(row.table()), table -> new HashSet<>())
          .add(row.rowid());
    }
    return null;
  }

  /** Whether an earlier row of the same kind of thing has the id of this one. */
  boolean isRepeated(LegacyRow row) {
    return row.rowid() != null
        && later.getOrDefault(LegacySchema.key(row.table()), Set.of()).contains(row.rowid());
  }

  private void activity(LegacyRow row) {
    var node = node(Kind.ACTIVITY, row);
    var group = Cells.id(row, "group_id");
    if (node != null && group != null) {
      node.company = lookUp(EntityRef.group(group));
    }
  }

  /** A part of something that has a history; what is missing of that is missed here. */
  private void part(Kind kind, Kind ownerKind, @Nullable String ownerId, LegacyRow row) {
    var id = owner(kind, ownerId, row);
    if (id != null) {
      var owner = find(new EntityRef(ownerKind, ownerId == null ? id : ownerId));
      if (owner.isMissing()) {
        owner.isReferredTo(Cells.id(row, "root_id"), clocks.times(row).earliest().orElse(null));
        if (kind == Kind.INSTANCE && owner.company == null) {
          var activity = Cells.id(row, "activity_definition_id");
          owner.company = activity == null ? null : lookUp(EntityRef.activity(activity));
        }
      }
    }
  }

  private @Nullable String owner(Kind kind, @Nullable String ownerId, LegacyRow row) {
    var id = newId(kind, row);
    if (id != null) {
      owners.computeIfAbsent(kind, any -> new HashMap<>()).put(id,
          ownerId == null ? id : Objects.requireNonNull(oneText(ownerId)));
    }
    return id;
  }

  /** A program that only its blocks speak of has the id they give it; a block that only days speak of is its own. */
  private void missingPrograms() {
    var blocks = owners.getOrDefault(Kind.BLOCK, Map.of());
    blocks.values().forEach(program -> find(EntityRef.program(program)));
    owners.getOrDefault(Kind.DAY, Map.of()).values().stream()
        .filter(block -> !blocks.containsKey(block))
        .forEach(block -> find(EntityRef.program(block)));
  }

  private void note(LegacyRow row) {
    var node = node(Kind.NOTE, row);
    if (node != null) {
      node.context = NoteContext.of(row, this);
      if (node.context != null && node.context.kind() == Kind.INSTANCE) {
        noted.add(node.context);
      }
      node.company = NoteContext.unitOf(node.context, this);
      if (node.company != null && node.company.isMissing()) {
        node.company.isReferredTo(node.statedRoot, node.begin);
      }
      if (node.context == null || !node.context.id().equals(Cells.id(row, "context_id"))) {
        node.flagMissing("context_id");
      }
    }
  }

  private void links() {
    file.forEach("practice_session_goals",
        row -> link(Cells.id(row, "practice_session_id"), Cells.id(row, "short_term_goal_id"),
            row));
    file.forEach("session_goals", row -> {
      if ("short_term".equals(row.text("goal_type"))) {
        link(Cells.id(row, "session_id"), Cells.id(row, "goal_id"), row);
      }
    });
  }

  private void link(@Nullable String session, @Nullable String goal, LegacyRow row) {
    if (session != null && goal != null && lookUp(EntityRef.goal(goal)) != null) {
      links.merge(session, new Link(goal, clocks.read(row, "created_at").at()),
          (old, young) -> young.isOlderThan(old) ? young : old);
    }
  }

  private void settleParents() {
    texts.clear();
    parents.forEach((node, parent) -> {
      var goal = lookUp(EntityRef.goal(parent));
      var session = node.ref().kind() == Kind.GOAL ? lookUp(EntityRef.session(parent)) : null;
      node.parent = goal != null ? goal : session;
      if (node.parent == null) {
        node.parent = missing(EntityRef.goal(parent));
        node.flagMissing(PARENT);
        node.parent.isReferredTo(node.statedRoot, node.begin);
      }
    });
  }

  /** The goal that a session without a parent is linked to, the oldest link first; null if there is none. */
  @Nullable
  Node linkedGoal(Node session) {
    var link = links.get(session.ref().id());
    return link == null ? null : lookUp(EntityRef.goal(link.goalId()));
  }
}
