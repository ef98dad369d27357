package org.fractalgoals.domain.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of things that have an identity, a fractal they belong to and a life of their own.
 *
 * <p>The {@link #code()} is what is stored; the name of the constant may change, the code may not.
 */
public enum Kind {
  GOAL(NameScope.NONE, DeletedBelow.FRACTAL),
  SESSION(NameScope.NONE, DeletedBelow.FRACTAL),
  INSTANCE(NameScope.NONE, DeletedBelow.NOTHING),
  ACTIVITY(NameScope.FRACTAL, DeletedBelow.FRACTAL),
  METRIC(NameScope.PARENT, DeletedBelow.NOTHING),
  SPLIT(NameScope.PARENT, DeletedBelow.NOTHING),
  GROUP(NameScope.FRACTAL, DeletedBelow.FRACTAL),
  TEMPLATE(NameScope.FRACTAL, DeletedBelow.FRACTAL),
  PROGRAM(NameScope.NONE, DeletedBelow.FRACTAL),
  BLOCK(NameScope.NONE, DeletedBelow.NOTHING),
  DAY(NameScope.NONE, DeletedBelow.NOTHING),
  NOTE(NameScope.NONE, DeletedBelow.FRACTAL);

  /** Within what a live name is unique. */
  public enum NameScope {
    /** Names may repeat. */
    NONE,
    /** Unique among the live things of this kind in the fractal. */
    FRACTAL,
    /** Unique among the live things of this kind under the same parent. */
    PARENT
  }

  /** The deletion of what gives a thing of this kind a deletion event of its own. */
  private enum DeletedBelow {
    /** Keeps its own state; it is merely not visible while something above is deleted. */
    NOTHING,
    /** Deleted with its fractal; goals and sessions with the goal or session above them, too. */
    FRACTAL
  }

  private static final Map<String, Kind> BY_CODE = Arrays.stream(values())
      .collect(Collectors.toUnmodifiableMap(Kind::code, Function.identity()));

  private final String code = name().toLowerCase(Locale.ROOT);
  private final NameScope nameScope;
  private final DeletedBelow deletedBelow;

  Kind(NameScope nameScope, DeletedBelow deletedBelow) {
    this.nameScope = nameScope;
    this.deletedBelow = deletedBelow;
  }

  /** Stable stored name, such as {@code goal}. */
  public String code() {
    return code;
  }

  public NameScope nameScope() {
    return nameScope;
  }

  /** Whether a thing of this kind may have a parent of that kind. */
  public boolean mayStandBelow(Kind parent) {
    return switch (this) {
      case GOAL -> parent == GOAL || parent == SESSION;
      case SESSION -> parent == GOAL;
      case INSTANCE -> parent == SESSION;
      case METRIC, SPLIT -> parent == ACTIVITY;
      case BLOCK -> parent == PROGRAM;
      case DAY -> parent == BLOCK;
      case NOTE -> parent == GOAL || parent == SESSION || parent == INSTANCE || parent == ACTIVITY;
      case ACTIVITY, GROUP, TEMPLATE, PROGRAM -> false;
    };
  }

  /** Whether a thing of this kind may stand below another of its kind, be it with others in between. */
  public boolean nests() {
    return this == GOAL || this == SESSION;
  }

  /** Whether deleting the fractal deletes a thing of this kind too. */
  public boolean isDeletedWithFractal() {
    return deletedBelow != DeletedBelow.NOTHING;
  }

  /** The kind with this code; empty if there is none. */
  public static Optional<Kind> withCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The kind with this code.
   *
   * @throws IllegalArgumentException if no kind has this code; the message lists the known ones
   */
  public static Kind ofCode(String code) {
    return withCode(code).orElseThrow(() -> new IllegalArgumentException(
        "\"%s\" is not a kind; the kinds are %s".formatted(code,
            Arrays.stream(values()).map(Kind::code).collect(Collectors.joining(", ")))));
  }
}
