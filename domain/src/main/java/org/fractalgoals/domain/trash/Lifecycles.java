package org.fractalgoals.domain.trash;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.Kind;

/** The lifecycle of each kind that can be deleted. */
public final class Lifecycles {

  private final Map<Kind, Lifecycle> byKind;

  public Lifecycles(List<Lifecycle> lifecycles) {
    this.byKind = lifecycles.stream()
        .collect(Collectors.toUnmodifiableMap(Lifecycle::kind, Function.identity()));
  }

  /**
   * The lifecycle of a kind.
   *
   * @throws IllegalStateException if things of this kind are not deleted by events of their own
   */
  public Lifecycle of(Kind kind) {
    var lifecycle = byKind.get(kind);
    if (lifecycle == null) {
      throw new IllegalStateException("a " + kind.code() + " has no deletion of its own");
    }
    return lifecycle;
  }
}
