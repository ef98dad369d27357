package org.fractalgoals.domain.purge;

import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.RuleViolation;

/** Erases things from the history. Safe for use by many threads. */
public interface Purger {

  /**
   * Empties the events of a thing and of all below it, in one step with the events that say so. The pages that had them may
   * be in the files for a while.
   *
   * @throws RuleViolation if there is no such thing in the fractal, or it was purged before
   */
  PurgeOutline purge(Purge command, Origin origin);
}
