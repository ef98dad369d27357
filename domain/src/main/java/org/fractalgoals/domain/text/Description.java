package org.fractalgoals.domain.text;

import org.fractalgoals.domain.rule.RuleViolation;

/**
 * A longer text of a person; kept as sent.
 *
 * @param text may be empty, at most {@value Texts#LIMIT} UTF-16 code units
 */
public record Description(String text) {

  /** No description. */
  public static final Description EMPTY = new Description("");

  /**
   * @throws RuleViolation if the text is too long
   */
  public Description {
    Texts.requireShort("description", text);
  }
}
