package org.fractalgoals.api.goal;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of targets. */
@Lazy
@Component
final class TargetChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(TargetController.class, Topic.GOALS, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("add", "addTarget", "Add a target to a goal")
            .takes(GoalShapes.TARGET)
            .creates(GoalShapes.TARGETS, "All targets there are now, and the id of the new one."),
        Operation.of("remove", "removeTarget", "Remove a target of a goal")
            .answers(GoalShapes.TARGETS, "The targets that are left."));
  }
}
