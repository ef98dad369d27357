package org.fractalgoals.domain.text;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** The bound of all texts but names. */
public final class Texts {

  /** The longest text that is kept, in UTF-16 code units. */
  public static final int LIMIT = 100_000;

  private Texts() {}

  /**
   * @param field what the text is, as people know it
   * @throws RuleViolation if the text is too long
   */
  public static void requireShort(String field, String text) {
    if (text.length() > LIMIT) {
      throw new RuleViolation(new Rule.TextIsTooLong(field, text.length(), LIMIT));
    }
  }
}
