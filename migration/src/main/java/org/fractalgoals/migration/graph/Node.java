package org.fractalgoals.migration.graph;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.migration.history.Flags;
import org.jspecify.annotations.Nullable;

/** A thing with a history of its own, while it is found out where it stands. */
final class Node {

  private final EntityRef ref;
  private final @Nullable String table;
  private final int order;
  private List<String> flags = List.of();
  /** What the file says of its root: null if it says nothing that can be used. */
  @Nullable String statedRoot;
  /** Whether the table speaks of roots at all. */
  boolean statesRoot;
  /** What it stands under: a goal or session above a goal or session. */
  @Nullable Node parent;
  /** What else tells its root, where it does not do so itself. */
  @Nullable Node company;
  /** What a note is about, if that is a part of something. */
  @Nullable EntityRef context;
  @Nullable Instant created;
  @Nullable Instant begin;
  @Nullable String rootId;
  private @Nullable Instant turn;
  int depth;
  /** How far its history is written. */
  boolean begun;
  boolean written;

  /**
   * @param table where its row stands; null if it is missing
   * @param order in which it was come across
   */
  Node(EntityRef ref, @Nullable String table, int order) {
    this.ref = ref;
    this.table = table;
    this.order = order;
  }

  EntityRef ref() {
    return ref;
  }

  @Nullable
  String table() {
    return table;
  }

  boolean isMissing() {
    return table == null;
  }

  int order() {
    return order;
  }

  /** When its history is told: at its beginning, but not before that of what it stands under, which is settled first. */
  void settleTurn() {
    var beginning = Objects.requireNonNull(begin);
    turn = parent == null || parent.turn == null || beginning.isAfter(parent.turn)
        ? beginning
        : parent.turn;
  }

  Instant turn() {
    return Objects.requireNonNull(turn);
  }

  void flag(String flag) {
    if (!flags.contains(flag)) {
      flags = Stream.concat(flags.stream(), Stream.of(flag)).toList();
    }
  }

  List<String> flags() {
    return flags;
  }

  void flagMissing(String column) {
    flag(Flags.refMissing(column));
  }

  /** Something refers to it: of what is missing that tells the fractal, and a moment at which it was there. */
  void isReferredTo(@Nullable String root, @Nullable Instant at) {
    wasThereAt(at);
    if (isMissing() && statedRoot == null) {
      statedRoot = root;
    }
  }

  /** Something is known of it at this moment. */
  void wasThereAt(@Nullable Instant moment) {
    if (moment != null && created == null && (begin == null || moment.isBefore(begin))) {
      begin = moment;
    }
  }
}
