package org.fractalgoals.api.goal;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.projections.goal.GoalRow;
import org.fractalgoals.projections.tree.GoalTree;
import org.fractalgoals.projections.tree.Tree;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A goal as the API shows it: flat, or with all that is below it.
 *
 * @param goal the goal itself
 * @param children empty in the flat form
 * @param clock writes its times
 */
@JsonSerialize(using = GoalViewWriter.class)
public record GoalView(GoalRow goal, List<Tree> children, WallClockText clock) {

  static GoalView flat(GoalRow goal, WallClockText clock) {
    return new GoalView(goal, List.of(), clock);
  }

  static GoalView tree(GoalTree tree, WallClockText clock) {
    return new GoalView(tree.goal(), tree.children(), clock);
  }

  /**
   * What stands under {@code attributes}.
   *
   * @param parentId the goal or session above; null for a root
   * @param targets a JSON list
   */
  record Attributes(String id, String type, @Nullable String parentId, String rootId,
      String description, @Nullable String deadline, boolean completed, String createdAt,
      String updatedAt, @JsonRawValue String targets) {

    static Attributes of(GoalRow goal, WallClockText clock) {
      return new Attributes(goal.id(), goal.type(),
          goal.parentId() == null ? goal.parentSessionId() : goal.parentId(), goal.rootId(),
          goal.description(), WallClockText.ofDay(goal.deadline()), goal.completed(),
          clock.of(goal.createdAt()), clock.of(goal.updatedAt()), Targets.shown(goal.targets()));
    }
  }
}
