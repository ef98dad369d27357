package org.fractalgoals.domain.text;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * A name that a person gave; kept as sent, not trimmed.
 *
 * @param text not blank, at most {@value #LIMIT} UTF-16 code units
 */
public record Name(String text) {

  public static final int LIMIT = 500;

  /**
   * @throws RuleViolation if the text is blank or too long
   */
  public Name {
    if (text.isBlank()) {
      throw new RuleViolation(new Rule.NameIsBlank());
    }
    if (text.length() > LIMIT) {
      throw new RuleViolation(new Rule.TextIsTooLong("name", text.length(), LIMIT));
    }
  }
}
