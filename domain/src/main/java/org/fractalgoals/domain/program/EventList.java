package org.fractalgoals.domain.program;

import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/** The events of one decision. Dates that are far apart must not fill the store. */
final class EventList {

  /** How many events one command can give. */
  static final int LIMIT = 5_000;

  private final List<ProgramEvent> events = new ArrayList<>();

  /**
   * @throws RuleViolation if there are too many
   */
  void add(ProgramEvent event) {
    if (events.size() == LIMIT) {
      throw new RuleViolation(new Rule.ChangeIsTooLarge(LIMIT));
    }
    events.add(event);
  }

  /**
   * @throws RuleViolation if there are too many
   */
  void addAll(List<? extends ProgramEvent> more) {
    more.forEach(this::add);
  }

  List<ProgramEvent> all() {
    return List.copyOf(events);
  }
}
