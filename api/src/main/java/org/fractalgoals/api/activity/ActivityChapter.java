package org.fractalgoals.api.activity;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of activities. */
@Lazy
@Component
final class ActivityChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(ActivityController.class, Topic.ACTIVITIES, ActivityShapes.ALL,
        operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listActivities", "List the activities of a fractal")
            .answersList(ActivityShapes.ACTIVITY, "The activities by name, capitals first."),
        Operation.of("define", "createActivity", "Define an activity")
            .takes(ActivityShapes.NEW_ACTIVITY)
            .refuses(409, SharedShapes.NAME_IS_TAKEN)
            .creates(ActivityShapes.ACTIVITY, "The new activity."),
        Operation.of("change", "updateActivity", "Change an activity")
            .says(
                "All members that are sent are changed, or none. A metric or split that a list does not name any more is removed; sending its id again brings it back.")
            .takes(ActivityShapes.ACTIVITY_CHANGES)
            .refuses(409, SharedShapes.NAME_IS_TAKEN)
            .answers(ActivityShapes.ACTIVITY, "The activity."),
        Operation.of("delete", "deleteActivity", "Delete an activity")
            .says("What was performed and measured stays; it can be restored.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreActivity", "Bring an activity back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(ActivityShapes.ACTIVITY, "The activity."));
  }
}
