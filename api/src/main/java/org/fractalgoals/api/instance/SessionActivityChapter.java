package org.fractalgoals.api.instance;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of what is performed in one session. */
@Lazy
@Component
final class SessionActivityChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(SessionActivityController.class, Topic.INSTANCES, List.of(), operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listSessionActivities", "List what is performed in a session")
            .answersList(InstanceShapes.INSTANCE,
                "The instances in the order asked for last, else in order of creation."),
        Operation.of("add", "addSessionActivity", "Perform an activity in a session")
            .says("An instance that the session has already is answered as it is.")
            .takes(InstanceShapes.NEW_SESSION_ACTIVITY)
            .refuses(409, InstanceShapes.ID_IS_TAKEN)
            .answers(InstanceShapes.INSTANCE, "The instance that was there already.")
            .creates(InstanceShapes.INSTANCE, "The new instance."),
        Operation.of("change", "updateSessionActivity", "Change notes and completion")
            .takes(InstanceShapes.REMARKS)
            .answers(InstanceShapes.INSTANCE, "The instance."),
        Operation.of("delete", "deleteSessionActivity", "Delete an instance")
            .says("It can be restored, with all its values.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("measure", "recordMetrics", "Record what was measured")
            .says(
                "A value replaces that of the same metric and split. Values that are not sent stay. All of them are recorded, or none.")
            .takes(InstanceShapes.MEASUREMENTS)
            .answers(InstanceShapes.INSTANCE, "The instance with all its values."),
        Operation.of("reorder", "reorderSessionActivities",
            "Put what is performed in a session in order")
            .mayTake(InstanceShapes.INSTANCE_ORDER)
            .answers(InstanceShapes.REORDERED, "They are in order."));
  }
}
