package org.fractalgoals.domain.session;

import java.util.List;

import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Fact;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;

/**
 * A new session below the first of its parents, with goals of its own below it: all or nothing.
 *
 * @param rootId the fractal
 * @param name null for {@code Practice Session N - MM/DD/YYYY}, where N counts the sessions of the fractal
 * @param parentIds the goals it serves: ShortTermGoals, of which the first becomes its parent in the tree, and
 *     ImmediateGoals, which are linked only
 * @param linksParents whether all of them are recorded as links, or the tree parent is all there is
 * @param facts what else is known of it
 * @param goals immediate goals to be created below it
 */
public record CreateSession(SessionId sessionId, String rootId, @Nullable Name name,
    List<String> parentIds, boolean linksParents, List<Fact> facts,
    List<ImmediateGoal> goals) {

  public CreateSession {
    parentIds = List.copyOf(parentIds);
    facts = List.copyOf(facts);
    goals = List.copyOf(goals);
  }

  /** A goal to be created below the session. */
  public record ImmediateGoal(GoalId goalId, Name name, Description description) {}
}
