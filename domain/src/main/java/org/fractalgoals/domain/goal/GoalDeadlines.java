package org.fractalgoals.domain.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.EventStreams;
import org.jspecify.annotations.Nullable;

/** Gives goals their deadlines along with something else, in one append. */
public final class GoalDeadlines {

  private final EventStreams streams;

  public GoalDeadlines(EventStreams streams) {
    this.streams = streams;
  }

  /**
   * What is to be appended; nothing if the goal has the deadline already.
   *
   * @param goalId a goal that lives
   * @param now whole microseconds
   * @throws org.fractalgoals.domain.rule.RuleViolation if the deadline precedes the day the goal was created on
   */
  public List<GoalEvent> set(String goalId, LocalDate deadline, Instant now) {
    var goal = goal(goalId);
    var event = goal == null ? null : GoalDecider.setDeadline(goal, deadline, now);
    return event == null ? List.of() : List.of(event);
  }

  private @Nullable GoalState goal(String goalId) {
    GoalState goal = null;
    for (var event : streams.eventsOf(EntityRef.goal(goalId).toString())) {
      goal = GoalState.after(goal, event);
    }
    return goal;
  }
}
