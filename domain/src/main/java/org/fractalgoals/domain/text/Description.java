package org.fractalgoals.domain.text;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * A longer text of a person; kept as sent.
 *
 * @param text may be empty, at most {@value #LIMIT} UTF-16 code units
 */
public record Description(String text) {

  public static final int LIMIT = 100_000;

  /** No description. */
  public static final Description EMPTY = new Description("");

  /**
   * @throws RuleViolation if the text is too long
   */
  public Description {
    if (text.length() > LIMIT) {
      throw new RuleViolation(new Rule.TextIsTooLong("description", text.length(), LIMIT));
    }
  }
}
