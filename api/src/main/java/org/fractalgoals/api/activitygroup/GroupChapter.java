package org.fractalgoals.api.activitygroup;

import java.util.List;

import org.fractalgoals.api.openapi.Chapter;
import org.fractalgoals.api.openapi.Operation;
import org.fractalgoals.api.openapi.SharedShapes;
import org.fractalgoals.api.openapi.Topic;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the document says of groups of activities. */
@Lazy
@Component
final class GroupChapter implements Chapter.Author {

  @Override
  public Chapter chapter() {
    return new Chapter(GroupController.class, Topic.GROUPS, GroupShapes.ALL, operations());
  }

  private static List<Operation> operations() {
    return List.of(
        Operation.of("all", "listGroups", "List the groups of a fractal")
            .answersList(GroupShapes.GROUP, "The groups in their order."),
        Operation.of("create", "createGroup", "Create a group")
            .takes(GroupShapes.NEW_GROUP)
            .refuses(409, SharedShapes.NAME_IS_TAKEN)
            .creates(GroupShapes.GROUP, "The new group, the last one in order."),
        Operation.of("reorder", "reorderGroups", "Put the groups of a fractal in order")
            .takes(GroupShapes.GROUP_ORDER)
            .answers(SharedShapes.SUCCESS, "They are in order."),
        Operation.of("change", "updateGroup", "Change a group")
            .takes(GroupShapes.GROUP_CHANGES)
            .refuses(409, SharedShapes.NAME_IS_TAKEN)
            .answers(GroupShapes.GROUP, "The group."),
        Operation.of("delete", "deleteGroup", "Delete a group")
            .says(
                "Its activities stay and are shown in no group until it is restored.")
            .answers(SharedShapes.SUCCESS, "It is deleted."),
        Operation.of("restore", "restoreGroup", "Bring a group back")
            .mayTake(SharedShapes.RESTORATION)
            .refuses(409, SharedShapes.CANNOT_COME_BACK)
            .answers(GroupShapes.GROUP, "The group."));
  }
}
