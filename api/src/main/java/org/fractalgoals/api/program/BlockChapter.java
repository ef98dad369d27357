package org.fractalgoals.api.program;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Forms;
import org.fractalgoals.api.openapi.NamedSchema;
import org.fractalgoals.api.openapi.ObjectShape;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.RecordShape;
import org.fractalgoals.api.openapi.Schema;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of single blocks of programs. */
@Lazy
@Component
final class BlockChapter implements Chapter.Author {

  private static final NamedSchema GOAL_TO_ATTACH = ObjectShape
      .body("GoalToAttach", "A goal that a block is to serve.")
      .required("goal_id", Forms.ID, "Id of the goal.")
      .optional("deadline", Schema.text().orNull(),
          "Until when the goal is to be reached: a day; what follows it is ignored. Absent or null to leave it.")
      .example("""
        {"goal_id": "boat", "deadline": "2031-01-12"}
        """);

  private static final NamedSchema ATTACHED = RecordShape
      .of("AttachedGoal", BlockController.Attached.class, "The goal is attached.")
      .member("message", "Always `Goal attached and updated`.")
      .member("block", ProgramShapes.BLOCK.ref(), "The block as it is now.")
      .example("""
        {"message": "Goal attached and updated", "block": %s}
        """.formatted(ProgramShapes.BLOCK.example()));

  @Override
  public Chapter chapter() {
    return new Chapter(BlockController.class, Topic.PROGRAMS,
        List.of(GOAL_TO_ATTACH, ATTACHED), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("attach", "attachGoalToBlock", "Let a block serve a goal")
            .takes(GOAL_TO_ATTACH)
            .answers(ATTACHED, "It serves the goal, which has the deadline."),
        Operation.of("restore", "restoreBlock", "Bring a block back")
            .says("A block that a save removed, with its days.")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(ProgramShapes.BLOCK, "The block."));
  }
}
