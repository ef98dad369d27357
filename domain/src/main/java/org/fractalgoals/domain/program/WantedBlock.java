package org.fractalgoals.domain.program;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A block as a program is to have it.
 *
 * @param id the block it is, or is to be; null for a new one with an id of ours
 * @param name null for the name it has, or a usual one
 * @param start null only where an imported block has no dates and is sent back
 * @param end likewise
 * @param color null for the one it has
 * @param templates what is to be planned for each day of the week; a template may be listed more than once
 */
public record WantedBlock(@Nullable String id, @Nullable String name, @Nullable LocalDate start,
    @Nullable LocalDate end, @Nullable String color, Map<DayOfWeek, List<String>> templates) {

  /**
   * @throws RuleViolation if too much is listed for a day
   */
  public WantedBlock {
    templates = Map.copyOf(templates);
    templates.values().forEach(listed -> requireFew(listed.size(), 0));
  }

  /**
   * @param present how many are there already: those can stay
   * @throws RuleViolation if it is more than can be planned for a day
   */
  static void requireFew(int count, int present) {
    if (count > Planning.LIMIT && count > present) {
      throw new RuleViolation(new Rule.DayIsTooFull(count, Planning.LIMIT));
    }
  }

  List<String> templatesOn(LocalDate date) {
    return templates.getOrDefault(date.getDayOfWeek(), List.of());
  }
}
