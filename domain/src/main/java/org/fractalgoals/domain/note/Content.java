package org.fractalgoals.domain.note;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Texts;

/**
 * What a note says; kept as sent, not trimmed.
 *
 * @param text not blank, at most {@value Texts#LIMIT} UTF-16 code units
 */
public record Content(String text) {

  /**
   * @throws RuleViolation if the text is blank or too long
   */
  public Content {
    if (text.isBlank()) {
      throw new RuleViolation(new Rule.NoteIsBlank());
    }
    Texts.requireShort("content", text);
  }
}
