package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.api.tree.TreeShapes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of the goals of one fractal. */
@Lazy
@Component
final class GoalChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(GoalController.class, Topic.GOALS, GoalShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("fractal", "getFractalTree", "Get the tree of a fractal")
            .answers(TreeShapes.GOAL, "The goal at the top with all that is below it."),
        Operation.of("add", "createGoal", "Add a goal")
            .says("Below a goal or a session of the fractal.")
            .takes(GoalShapes.NEW_GOAL)
            .creates(TreeShapes.GOAL, "The new goal."),
        Operation.of("tree", "getGoalTree", "Get a goal with all that is below it")
            .answers(TreeShapes.NODE, "The goal or session, with what is below it."),
        Operation.of("change", "updateGoal", "Change a goal")
            .says("All members that are sent are changed, or none.")
            .takes(GoalShapes.GOAL_CHANGES)
            .answers(TreeShapes.NODE, "The goal or session, without what is below it."),
        Operation.of("delete", "deleteGoal", "Delete a goal")
            .says(
                "All goals and sessions below it are deleted along with it, and come back along with it.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("complete", "completeGoal", "Complete or reopen a goal")
            .says(
                "Without a readable body the completion is turned round. Nothing above or below changes.")
            .mayTake(GoalShapes.COMPLETION)
            .neverRefuses(415)
            .answers(TreeShapes.NODE, "The goal or session, with what is below it."));
  }
}
