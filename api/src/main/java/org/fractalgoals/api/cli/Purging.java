package org.fractalgoals.api.cli;

import org.fractalgoals.api.purge.ErasureView;
import org.fractalgoals.api.purge.PurgedView;
import org.fractalgoals.domain.entity.Entity;

/** A way to purge: through the server that runs, or without one. */
interface Purging extends AutoCloseable {

  /**
   * Purges a thing.
   *
   * @throws CommandFailed if the server refuses or fails
   * @throws org.fractalgoals.domain.rule.RuleViolation if there is no server and a rule is in the way
   */
  PurgedView purge(Entity thing, String reason);

  /**
   * Whether the files have nothing of it any more.
   *
   * @throws CommandFailed if the server does not say
   */
  ErasureView erasure();

  @Override
  void close();
}
