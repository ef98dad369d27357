package org.fractalgoals.migration.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.history.References;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Where everything in a legacy file stands. Holds ids and times only; a row is read again when its turn comes.
 */
public final class LegacyGraph implements References {

  /** Of what begins at one moment, what others rest on comes first. */
  private static final List<Kind> RANKS = List.of(Kind.GOAL, Kind.GROUP, Kind.ACTIVITY,
      Kind.TEMPLATE, Kind.PROGRAM, Kind.SESSION, Kind.NOTE);

  private final LegacyFile file;
  private final Known known;
  private final GraphReader graph;
  private final RootFlags rootFlags;
  private final List<EntityRef> units;

  private LegacyGraph(LegacyFile file, Known known, GraphReader graph, Instant importedAt) {
    this.file = file;
    this.known = known;
    this.graph = graph;
    this.rootFlags = new RootFlags(graph);
    settleRoots();
    settleBegins(importedAt);
    this.units = inOrder();
  }

  /**
   * Reads the places of all things.
   *
   * @param known the store before this import
   * @param importedAt stands in for the beginning of things of which no time at all is known
   */
  public static LegacyGraph read(LegacyFile file, ClockRules clocks, Known known,
      Instant importedAt) {
    var reader = new GraphReader(file, clocks, known);
    reader.read();
    return new LegacyGraph(file, known, reader, importedAt);
  }

  /** Everything that has a history of its own, by its beginning; what stands under something comes after it. */
  public List<EntityRef> units() {
    return units;
  }

  /** The last moment that the file speaks of; null if it speaks of none. */
  public @Nullable Instant newest() {
    return graph.newest;
  }

  /** Begins to write the history of one of these. False if that has begun before. */
  public boolean begin(EntityRef ref) {
    var node = node(ref);
    var isNew = !node.begun;
    node.begun = true;
    return isNew;
  }

  /** The history of one of these is written. */
  public void finish(EntityRef ref) {
    node(ref).written = true;
  }

  /** Whether a row of the thing itself, or of what it is a part of, is written as history; never asked of instances. */
  public boolean isWritten(EntityRef ref) {
    return has(ref) && unitOf(ref).map(this::node).filter(node -> node.written).isPresent();
  }

  /** Whether a note of the file is about this instance. */
  public boolean isNoted(EntityRef instance) {
    return graph.noted.contains(instance);
  }

  /** Where one of these stands. */
  public Place place(EntityRef ref) {
    var node = node(ref);
    var row = row(node);
    var flags = new ArrayList<>(node.flags());
    if (row != null) {
      flags.addAll(rootFlags.of(ref, node.statesRoot, Cells.id(row, "root_id"),
          Objects.requireNonNull(node.rootId)));
    }
    return new Place(ref, row, Objects.requireNonNull(node.rootId), parent(node),
        Objects.requireNonNull(node.begin), flags);
  }

  private @Nullable EntityRef parent(Node node) {
    if (node.ref().kind() == Kind.NOTE) {
      return node.context;
    }
    return node.parent == null ? null : node.parent.ref();
  }

  private @Nullable LegacyRow row(Node node) {
    var table = node.table();
    return table == null
        ? null
        : file.rows(table, "id", node.ref().id()).stream()
            .filter(row -> isFirst(row) && isOf(node, row)).findFirst().orElse(null);
  }

  /** Of two rows with one id among the goals the one may be a goal, the other a session. */
  private static boolean isOf(Node node, LegacyRow row) {
    return node.ref().id().equals(Cells.id(row, "id")) && (!GraphReader.isAmongGoals(row)
        || (node.ref().kind() == Kind.SESSION) == GraphReader.isSession(row));
  }

  /** The fractal of a thing with a history of its own; empty if the file does not speak of it. */
  public Optional<String> rootOf(EntityRef ref) {
    return Optional.ofNullable(graph.lookUp(ref)).map(node -> node.rootId);
  }

  /** What the thing with a history is that this is, or is a part of; empty if the file does not speak of it. */
  public Optional<EntityRef> unitOf(EntityRef ref) {
    return switch (ref.kind()) {
      case GOAL, SESSION, ACTIVITY, GROUP, TEMPLATE, PROGRAM, NOTE -> Optional
          .ofNullable(graph.lookUp(ref)).map(Node::ref);
      case INSTANCE -> owner(ref).map(EntityRef::session);
      case METRIC, SPLIT -> owner(ref).map(EntityRef::activity);
      case BLOCK -> owner(ref).map(EntityRef::program);
      case DAY -> owner(ref).map(
          block -> EntityRef.program(owner(EntityRef.block(block)).orElse(block)));
    };
  }

  /**
   * What the thing stands directly below: what it is a part of or about, the goal or session above, else the goal at the
   * top of its fractal. Empty for that one, and for what the file does not speak of.
   */
  public Optional<EntityRef> above(EntityRef ref) {
    var node = graph.lookUp(ref);
    if (node == null) {
      return ref.kind() == Kind.DAY
          ? owner(ref).map(EntityRef::block).filter(graph::has).or(() -> unitOf(ref))
          : unitOf(ref);
    }
    return Optional.ofNullable(parent(node))
        .or(() -> Optional.ofNullable(node.rootId).map(EntityRef::goal))
        .filter(Predicate.not(ref::equals));
  }

  private Optional<String> owner(EntityRef part) {
    return Optional.ofNullable(graph.owners.getOrDefault(part.kind(), Map.of()).get(part.id()));
  }

  /** What a note is about, by its row; null if that says nothing known. */
  public @Nullable EntityRef contextOf(LegacyRow note) {
    return NoteContext.of(note, graph);
  }

  /** Whether a row of {@code goals} is a session. */
  public static boolean isSession(LegacyRow row) {
    return GraphReader.isSession(row);
  }

  /** Whether the file has a row of the thing. */
  public boolean has(EntityRef ref) {
    return graph.has(ref);
  }

  @Override
  public boolean knows(EntityRef ref) {
    return has(ref)
        || known.find(ref).filter(Predicate.not(Entity::placeholder)).isPresent();
  }

  @Override
  public Optional<EntityRef> parentOf(EntityRef ref) {
    var node = graph.lookUp(ref);
    return node == null || node.parent == null
        ? unitOf(ref).filter(Predicate.not(ref::equals))
        : Optional.of(node.parent.ref());
  }

  @Override
  public boolean isFirst(LegacyRow row) {
    return Cells.id(row, "id") != null && !graph.isRepeated(row);
  }

  @Override
  public List<String> rootFlags(LegacyRow row, String rootId) {
    var stated = Cells.id(row, "root_id");
    var flags = rootFlags.of(EntityRef.goal(rootId), row.value("root_id") != null, stated, rootId);
    return stated == null && flags.contains(Flags.ROOT_MISSING)
        ? List.of(Flags.ROOT_NULL_DERIVED, Flags.ROOT_MISSING)
        : flags;
  }

  private Node node(EntityRef ref) {
    return Objects.requireNonNull(graph.lookUp(ref));
  }

  private Collection<Node> nodes(Kind kind) {
    return graph.nodes.getOrDefault(kind, Map.of()).values();
  }

  private Stream<Node> all() {
    return RANKS.stream().flatMap(kind -> nodes(kind).stream());
  }

  private void settleRoots() {
    var roots = new Roots(graph, known);
    nodes(Kind.GOAL).forEach(roots::settleTree);
    for (var kind : List.of(Kind.GROUP, Kind.ACTIVITY, Kind.TEMPLATE, Kind.PROGRAM)) {
      nodes(kind).forEach(roots::settleMember);
    }
    nodes(Kind.SESSION).forEach(roots::settleTree);
    nodes(Kind.NOTE).forEach(roots::settleMember);
  }

  /**
   * When things came into being whose rows do not say so: no later than anything known of them or of what stands below,
   * else with what they stand under, else with the import.
   */
  private void settleBegins(Instant importedAt) {
    var tree = all().sorted(Comparator.comparingInt((Node node) -> node.depth)).toList();
    for (var node : tree.reversed()) {
      if (node.parent != null) {
        node.parent.wasThereAt(node.begin);
      }
    }
    for (var node : tree) {
      if (node.begin == null) {
        var above = node.parent == null
            ? graph.lookUp(EntityRef.goal(Objects.requireNonNull(node.rootId))) : node.parent;
        node.begin = above == null || above.begin == null ? importedAt : above.begin;
      }
    }
  }

  private List<EntityRef> inOrder() {
    all().sorted(Comparator.comparingInt((Node node) -> node.depth)).forEach(Node::settleTurn);
    return all().filter(node -> !(node.isMissing() && node.ref().kind() == Kind.GOAL))
        .sorted(Comparator.comparing(Node::turn)
            .thenComparingInt(node -> RANKS.indexOf(node.ref().kind()))
            .thenComparingInt(node -> node.depth).thenComparingInt(Node::order))
        .map(Node::ref).toList();
  }
}
