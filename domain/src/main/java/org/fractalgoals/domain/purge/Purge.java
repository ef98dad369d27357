package org.fractalgoals.domain.purge;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * Erases a thing and all below it for good, deleted or not: parts, notes about it, and what stands below. What merely refers
 * to it stays.
 *
 * @param ref what to erase; the root goal of a fractal for all of the fractal
 * @param rootId the fractal it is asked for in
 * @param reason why, for those who find what is left; not blank
 */
public record Purge(EntityRef ref, String rootId, String reason) {

  /** The longest reason, in UTF-16 code units. */
  public static final int LONGEST_REASON = 500;

  /**
   * @throws RuleViolation if the reason is blank or too long
   */
  public Purge {
    if (reason.isBlank()) {
      throw new RuleViolation(new Rule.NeedsAReason());
    }
    if (reason.length() > LONGEST_REASON) {
      throw new RuleViolation(
          new Rule.TextIsTooLong("reason", reason.length(), LONGEST_REASON));
    }
  }
}
