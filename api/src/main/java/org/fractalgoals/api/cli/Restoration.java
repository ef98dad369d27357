package org.fractalgoals.api.cli;

import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.jspecify.annotations.Nullable;

/** A way to bring things back: through the server that runs, or without one. */
interface Restoration extends AutoCloseable {

  /** What is there and what was. */
  Entities entities();

  /**
   * Brings a thing back with what was deleted along with it.
   *
   * @param name another name; null keeps it
   * @param parent another parent; null keeps it
   * @throws CommandFailed if the server refuses or fails
   * @throws org.fractalgoals.domain.rule.RuleViolation if there is no server and a rule is in the way
   */
  void restore(Entity thing, @Nullable String name, @Nullable EntityRef parent);

  @Override
  void close();
}
