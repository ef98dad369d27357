package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.api.tree.TreeShapes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of goals that are named by their ids alone. */
@Lazy
@Component
final class GlobalGoalChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(GlobalGoalController.class, Topic.GOALS, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("fractals", "listFractalTrees", "Get the trees of all fractals")
            .answersList(TreeShapes.GOAL, "The goals at the top with all that is below them."),
        Operation.of("add", "createGoalAnywhere", "Add a goal, or a fractal")
            .says("Without a parent it is the top of a fractal of its own.")
            .takes(GoalShapes.NEW_GOAL_ANYWHERE)
            .refuses(404,
                "The goal or session that `parent_id` names does not exist, or is deleted.")
            .creates(TreeShapes.GOAL, "The new goal."),
        Operation.of("flat", "getGoalAnywhere", "Get a goal")
            .answers(TreeShapes.NODE, "The goal or session, without what is below it."),
        Operation.of("change", "updateGoalAnywhere", "Change a goal, whatever its fractal")
            .says("All members that are sent are changed, or none.")
            .takes(GoalShapes.GOAL_CHANGES)
            .answers(TreeShapes.NODE, "The goal or session, without what is below it."),
        Operation.of("delete", "deleteGoalAnywhere", "Delete a goal, whatever its fractal")
            .says(
                "All goals and sessions below it are deleted along with it, and come back along with it.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("complete", "completeGoalAnywhere",
            "Complete or reopen a goal, whatever its fractal")
            .says(
                "Without a readable body the completion is turned round. Nothing above or below changes.")
            .mayTake(GoalShapes.COMPLETION)
            .neverRefuses(415)
            .answers(TreeShapes.NODE, "The goal or session, with what is below it."));
  }
}
