package org.fractalgoals.migration.goal;

import java.util.List;

/**
 * What the goals of a file mean.
 *
 * @param rows rows of the table, sessions among them
 * @param sessions rows that are sessions; left for later
 * @param goals goals that became events
 * @param fractals goals among these that are roots
 * @param leftOut rows that are goals and became no events
 * @param history one history of all goals, by time; a goal is created after its parent
 */
public record LegacyGoals(long rows, long sessions, long goals, long fractals,
    List<LeftOut> leftOut, List<LegacyEvent> history) {

  public LegacyGoals {
    leftOut = List.copyOf(leftOut);
    history = List.copyOf(history);
  }
}
