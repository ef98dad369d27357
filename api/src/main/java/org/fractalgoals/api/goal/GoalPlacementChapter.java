package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.api.tree.TreeShapes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of where goals stand. */
@Lazy
@Component
final class GoalPlacementChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(GoalPlacementController.class, Topic.GOALS, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("restore", "restoreGoal", "Bring a goal or session back")
            .says(
                "Brings back exactly what was deleted with it. What is there already stays as it is.")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(TreeShapes.NODE, "The goal or session, without what is below it."),
        Operation.of("move", "moveGoal", "Move a goal or session below another one")
            .takes(GoalShapes.MOVE)
            .answers(TreeShapes.NODE, "The goal or session, without what is below it."),
        Operation.of("reorder", "reorderGoals", "Put the goals below this one in order")
            .takes(GoalShapes.CHILD_ORDER)
            .answers(TreeShapes.NODE, "The goal or session above, without what is below it."));
  }
}
