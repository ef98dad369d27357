package org.fractalgoals.api.instance;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of instances that are named by their ids alone. */
@Lazy
@Component
final class InstanceChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(InstanceController.class, Topic.INSTANCES, InstanceShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listInstances", "List what is performed in all sessions of a fractal")
            .answersList(InstanceShapes.INSTANCE, "The instances."),
        Operation.of("add", "addInstance", "Perform an activity in a session that the body names")
            .says("An instance that the session has already is answered as it is.")
            .takes(InstanceShapes.NEW_INSTANCE)
            .refuses(409, InstanceShapes.ID_IS_TAKEN)
            .answers(InstanceShapes.INSTANCE, "The instance that was there already.")
            .creates(InstanceShapes.INSTANCE, "The new instance."),
        Operation.of("start", "startTimer", "Start a timer")
            .says(
                "From now on, whether it ran before or not. An unknown instance is added first, where the body says to which session.")
            .mayTake(InstanceShapes.TIMER_START)
            .answers(InstanceShapes.INSTANCE, "The instance."),
        Operation.of("stop", "stopTimer", "Stop a timer")
            .says("Stopping again moves the end.")
            .refuses(400, "The timer was never started.")
            .answers(InstanceShapes.INSTANCE, "The instance, with its duration."),
        Operation.of("change", "updateInstance", "Change an instance")
            .says(
                "All members that are sent are changed, or none. An unknown instance is added first, where the body says to which session.")
            .takes(InstanceShapes.INSTANCE_CHANGES)
            .answers(InstanceShapes.INSTANCE, "The instance."),
        Operation.of("restore", "restoreInstance", "Bring an instance back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(InstanceShapes.INSTANCE, "The instance."));
  }
}
