package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.fractalgoals.api.tree.TreeShapes;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of fractals. */
@Lazy
@Component
final class FractalChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(FractalController.class, Topic.FRACTALS, TreeShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listFractals", "List all fractals")
            .answersList(GoalShapes.FRACTAL, "All fractals, in order of creation."),
        Operation.of("create", "createFractal", "Create a fractal")
            .takes(GoalShapes.NEW_FRACTAL)
            .creates(TreeShapes.GOAL, "The goal at the top."),
        Operation.of("delete", "deleteFractal", "Delete a fractal with everything in it")
            .says("It can be restored, whole.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreFractal", "Bring a fractal back")
            .says("Brings back exactly what was deleted with it.")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(TreeShapes.GOAL, "The goal at the top, without what is below it."));
  }
}
